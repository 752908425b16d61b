"""The way in for visitors from other machines: they show the token once, and a cookie remembers it."""

from urllib.parse import parse_qs

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from dragoman.api.guard import COOKIE, Guard
from dragoman.web.rendering import templates

routes = APIRouter()
_LONGEST = 4096


@routes.get("/sign-in", name="sign_in")
def form(request: Request) -> Response:
    """Ask for the token."""
    return _form(request.query_params.get("to", "/"), wrong=False)


@routes.post("/sign-in")
async def enter(request: Request) -> Response:
    """Take the token, and lead to where the visitor wanted to go."""
    body = (await request.body())[:_LONGEST]
    given = {name: values[0] for name, values in parse_qs(body.decode("utf-8", "replace")).items()}
    guard: Guard = request.app.state.guard
    to = given.get("to", "/")
    if not guard.fits(given.get("token", "")):
        return _form(to, wrong=True)
    response = RedirectResponse(_here(to), status_code=303)
    secure = request.url.scheme == "https"
    response.set_cookie(COOKIE, given["token"], httponly=True, samesite="strict", secure=secure, max_age=30 * 86400)
    return response


def _form(to: str, *, wrong: bool) -> Response:
    words = templates().get_template("sign_in.html").render({"to": _here(to), "wrong": wrong})
    return HTMLResponse(words, status_code=401 if wrong else 200)


def _here(to: str) -> str:
    """Give an address within this server; another one would lead away."""
    return to if to.startswith("/") and not to.startswith(("//", "/\\")) else "/"
