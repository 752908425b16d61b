// Shows which words of a report tell an event, and which events a sentence tells.
"use strict";

const words = [...document.querySelectorAll("[data-events]")];
const told = [...document.querySelectorAll("li[data-event]")];

function light(events) {
  for (const one of words) one.classList.toggle("lit", one.dataset.events.split(" ").some((key) => events.includes(key)));
  for (const one of told) one.classList.toggle("lit", events.includes(one.dataset.event));
}

for (const one of told) {
  for (const kind of ["mouseenter", "focusin"]) one.addEventListener(kind, () => light([one.dataset.event]));
}
for (const one of words) {
  one.addEventListener("mouseenter", () => light(one.dataset.events.split(" ")));
  one.addEventListener("click", (press) => {
    if (press.target.closest("a")) return;
    document.getElementById(`event-${one.dataset.events.split(" ")[0]}`)?.scrollIntoView({ block: "nearest" });
    light(one.dataset.events.split(" "));
  });
}
