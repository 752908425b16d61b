"""The pages as people use them, in a real browser, on the demo's record."""

import json
import re
from collections.abc import Callable
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Served

Open = Callable[..., Page]
expect.set_options(timeout=30_000)
CHARTS = ("/timeline", "/network", "/map", "/coverage", "/counts?by=type&per=year", "/dyad?a=Biden&b=Putin",
          "/actors/Biden")  # fmt: skip
PLAIN = ("/", "/events", "/actors", "/quotes", "/positions", "/review", "/search?words=sanctions",
         "/sql?query=select type, count(*) from events group by 1")  # fmt: skip


def asked(served: Served, address: str) -> Any:
    """Ask the API."""
    with urlopen(served.address + address) as answer:
        return json.load(answer)


@pytest.mark.parametrize("address", CHARTS)
def test_a_chart_is_drawn_under_the_strict_policy(opened: Open, address: str) -> None:
    """Without anything compiled, anything inline, or any other address."""
    page = opened(address)
    expect(page.locator("figure[data-drawn] svg").first).to_be_visible()
    assert page.locator("figure svg path").count() > 3


@pytest.mark.parametrize("dark", [False, True])
def test_pages_fit_a_phone_by_day_and_by_night(opened: Open, dark: bool) -> None:
    """No page is wider than the screen, and none is light in the dark."""
    page = opened("/", viewport={"width": 390, "height": 800}, color_scheme="dark" if dark else "light")
    for address in PLAIN:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (sum(map(int, re.findall(r"\d+", ground)[:3])) < 200) is dark


def test_one_gets_by_clicks_from_the_front_to_the_sentence_and_back(opened: Open) -> None:
    """Front, event, report, event."""
    page = opened("/")
    page.locator("table.events .date").first.click()
    expect(page.get_by_role("heading", name="Every field, and who says so")).to_be_visible()
    event = page.url
    page.locator(".telling .by a").first.click()
    expect(page.locator(".text .evidence").first).to_be_visible()
    page.locator(f".text a.trigger[href='/{event.split('/', 3)[3]}']").first.click()
    assert page.url == event


def test_a_search_leads_to_the_words_in_the_report(opened: Open) -> None:
    """By typing and pressing Enter."""
    page = opened("/")
    page.locator("form.big input").fill("sanctions")
    page.keyboard.press("Enter")
    expect(page.locator(".hits mark").first).to_have_text(re.compile("sanction"))
    page.locator(".hits .head a").first.click()
    expect(page.locator(".text")).to_contain_text("sanctions")


def test_dragging_over_the_timeline_narrows_it(opened: Open) -> None:
    """The upper part shows the stretch that was chosen below."""
    page = opened("/timeline")
    svg = page.locator("figure[data-drawn] svg").first
    expect(svg).to_be_visible()
    before = svg.text_content()
    lower = page.locator("figure svg g.mark-rect[class*=_marks]").last
    page.locator("figcaption").first.scroll_into_view_if_needed()
    bars = lower.bounding_box()
    assert bars
    page.mouse.move(bars["x"] + bars["width"] * 0.5, bars["y"] + bars["height"] / 2)
    page.mouse.down()
    page.mouse.move(bars["x"] + bars["width"] * 0.7, bars["y"] + bars["height"] / 2, steps=6)
    page.mouse.up()
    expect(svg).not_to_have_text(before or "")


def test_a_click_on_a_mark_opens_its_event(opened: Open) -> None:
    """From the picture to the sentence."""
    page = opened("/timeline")
    page.locator("figure[data-drawn] svg g.mark-symbol.role-mark path").first.click(force=True)
    page.wait_for_url("**/events/e*")


def test_a_page_works_by_keyboard_alone(opened: Open) -> None:
    """The first stop leads past the menu."""
    page = opened("/events")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_page_without_scripts_still_says_all(opened: Open) -> None:
    """Charts become pictures."""
    page = opened("/timeline", java_script_enabled=False)
    expect(page.locator("figure img")).to_be_visible()
    expect(page.locator("table.events tbody tr").first).to_be_visible()


def test_a_decision_made_by_key_is_found_again_after_a_restart(opened: Open, served: Served) -> None:
    """j, c: the first of the queue is confirmed; it leaves the queue, and its page says who said so."""
    page = opened("/review")
    first = page.locator(".queue .card").first
    event = first.get_attribute("data-event")
    page.keyboard.press("j")
    expect(first).to_have_class(re.compile("now"))
    page.keyboard.press("c")
    expect(first.locator(".outcome")).to_contain_text("confirmed")
    served.stop()
    served.start()
    page = opened(f"/events/{event}")
    expect(page.locator(".history")).to_contain_text("confirm by tester")
    assert asked(served, f"/api/events/{event}")["item"]["event"]["confidence"] == 1
    assert event not in {row["event"]["id"] for row in asked(served, "/api/review?limit=1000")["items"]}


def test_a_field_is_corrected_on_the_page_of_its_event_and_taken_back(opened: Open, served: Served) -> None:
    """e opens the form; the page shows the new value, and Undo the old one."""
    event = asked(served, "/api/events?actor=Biden&limit=1")["items"][0]
    page = opened(f"/events/{event['id']}")
    page.keyboard.press("e")
    form = page.locator("form[data-for=correct]")
    form.locator("select").select_option("date")
    form.locator("[name=value]").fill("2020-02-02")
    form.get_by_role("button", name="Keep").click()
    expect(page.locator(".lead")).to_contain_text("2020-02-02")
    page.locator("[data-undo]").first.click()
    expect(page.locator(".lead")).to_contain_text(str(event["date"]))


def test_a_wrong_value_is_told_beside_the_form(opened: Open, served: Served) -> None:
    """And nothing is written."""
    version = asked(served, "/api/summary")["record"]["version"]
    page = opened("/review")
    page.keyboard.press("j")
    page.keyboard.press("m")
    form = page.locator(".card.now form[data-for=merge]")
    form.locator("[name=other]").fill("e0000nothing")
    form.get_by_role("button", name="Keep").click()
    expect(page.locator(".card.now .outcome.wrong")).to_contain_text("e0000nothing")
    assert asked(served, "/api/summary")["record"]["version"] == version
