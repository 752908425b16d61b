// Sends what a person says about an event, by key or by button, and moves on to the next.
"use strict";

const cards = [...document.querySelectorAll(".decide")];
const queue = document.querySelector(".queue");
const KEYS = { c: "confirm", x: "reject", e: "correct", m: "merge", s: "split" };
let last = null;

async function send(address, said) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(said),
  });
  const found = await answer.json();
  if (!answer.ok) throw new Error(found.error.message);
  return found.item;
}

function now() {
  return document.activeElement?.closest(".decide") ?? cards.find((card) => card.classList.contains("now")) ?? cards[0];
}

function choose(card) {
  if (!card) return;
  for (const one of cards) one.classList.toggle("now", one === card);
  card.focus();
  card.scrollIntoView({ block: "nearest" });
}

function beside(card, step) {
  let index = cards.indexOf(card) + step;
  while (cards[index]?.classList.contains("done")) index += step;
  return cards[index];
}

function open(card, verb) {
  for (const form of card.querySelectorAll("form")) form.hidden = form.dataset.for !== verb || !form.hidden;
  card.querySelector("form:not([hidden])")?.querySelector("select, input")?.focus();
}

async function tellings(card) {
  const list = card.querySelector("form[data-for=split] fieldset");
  if (list.querySelector("input")) return;
  const answer = await fetch(`/api/events/${card.dataset.event}`);
  for (const one of (await answer.json()).item.tellings) {
    const label = document.createElement("label");
    const box = Object.assign(document.createElement("input"), { type: "checkbox", name: "mentions", value: one.mention });
    const words = document.createElement("span");
    words.dir = "auto";
    words.textContent = `${[one.publisher, one.published].filter(Boolean).join(", ")}: ${one.sentences[0] ?? ""}`;
    label.className = "check";
    label.append(box, " ", words);
    list.append(label);
  }
}

async function decide(card, verb, said) {
  const outcome = card.querySelector(".outcome");
  outcome.className = "outcome";
  outcome.textContent = "…";
  try {
    const done = await send(`/api/events/${card.dataset.event}/${verb}`, said);
    last = { card, id: done.correction.id };
    for (const form of card.querySelectorAll("form")) form.hidden = true;
    card.classList.add("done");
    outcome.textContent = `${{ confirm: "confirmed", reject: "rejected", correct: "corrected", merge: "merged", split: "split" }[verb]} `;
    outcome.append(undoing(card, done.correction.id));
    if (queue) choose(beside(card, 1) ?? card);
    else if (verb !== "reject") window.setTimeout(() => window.location.reload(), 600);
  } catch (error) {
    outcome.className = "outcome wrong";
    outcome.textContent = error.message;
  }
}

function undoing(card, id) {
  const button = document.createElement("button");
  button.className = "quiet small";
  button.textContent = "Undo";
  button.addEventListener("click", () => undo(card, id));
  return button;
}

async function undo(card, id) {
  const outcome = card?.querySelector(".outcome");
  try {
    await send(`/api/corrections/${id}/undo`, {});
    if (!queue) return window.location.reload();
    card.classList.remove("done");
    outcome.textContent = "taken back";
    choose(card);
  } catch (error) {
    outcome.className = "outcome wrong";
    outcome.textContent = error.message;
  }
}

function said(form) {
  const given = new FormData(form);
  const made = Object.fromEntries([...given].filter(([name]) => name !== "mentions"));
  return form.dataset.for === "split" ? { ...made, mentions: given.getAll("mentions") } : made;
}

function begin(card, verb) {
  if (card.classList.contains("done")) return;
  if (verb === "confirm" || (verb === "reject" && queue)) return void decide(card, verb, {});
  if (verb === "split") return void tellings(card).then(() => open(card, verb));
  open(card, verb);
}

for (const card of cards) {
  card.addEventListener("focusin", () => cards.forEach((one) => one.classList.toggle("now", one === card)));
  for (const button of card.querySelectorAll("[data-verb]")) {
    button.addEventListener("click", () => begin(card, button.dataset.verb));
  }
  for (const form of card.querySelectorAll("form")) {
    form.addEventListener("submit", (press) => {
      press.preventDefault();
      decide(card, form.dataset.for, said(form));
    });
  }
}
for (const button of document.querySelectorAll("[data-undo]")) {
  button.addEventListener("click", () => undo(cards[0], button.dataset.undo));
}
document.addEventListener("keydown", (press) => {
  if (press.ctrlKey || press.metaKey || press.altKey) return;
  const typing = press.target.matches("input, select, textarea");
  if (press.key === "Escape") {
    for (const form of now()?.querySelectorAll("form") ?? []) form.hidden = true;
    if (typing) choose(now());
    return;
  }
  if (typing || !cards.length) return;
  const card = now();
  if (press.key === "j" && queue) choose(card.classList.contains("now") ? beside(card, 1) : card);
  else if (press.key === "k" && queue) choose(beside(card, -1));
  else if (press.key === "u" && last) undo(last.card, last.id);
  else if (press.key === "o") window.location.assign(`/events/${card.dataset.event}`);
  else if (KEYS[press.key]) begin(card, KEYS[press.key]);
  else return;
  press.preventDefault();
});
