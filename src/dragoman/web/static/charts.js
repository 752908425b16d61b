// Draws the charts of a page from data of this server; Vega's expressions are walked through, never compiled.
"use strict";

const WIDE = 760;
const DARK = {
  "#22303c": "#d9dfe6", "#6b7785": "#94a1ae", "#e3e7eb": "#2b343d", white: "#161a1f", "#eef1f4": "#242c34",
  "#cdd4db": "#3b4650", "#f6f8fa": "#1c2229", "#cfd6dd": "#333d47", "#f0d9c8": "#4a382b",
};
const dark = window.matchMedia("(prefers-color-scheme: dark)");

function recoloured(value) {
  if (typeof value === "string") return DARK[value] ?? value;
  if (Array.isArray(value)) return value.map(recoloured);
  if (value === null || typeof value !== "object") return value;
  // rows stay as they are, and so do colours that stand on another colour
  const kept = ["values", "value"];
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, kept.includes(key) ? one : recoloured(one)]));
}

function fitted(value, wide) {
  if (Array.isArray(value)) return value.map((one) => fitted(one, wide));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      if (key === "width" && one === WIDE) return [key, wide];
      return [key, key === "values" || key === "datasets" || key === "data" ? one : fitted(one, wide)];
    }),
  );
}

function opened(item, kind) {
  const row = item?.datum ?? {};
  if (kind === "timeline" && row.id) return `/events/${encodeURIComponent(row.id)}`;
  if (kind === "network" && row.id) {
    return /^[A-Z]{3}$/.test(row.id) ? `/events?country=${row.id}` : `/actors/${encodeURIComponent(row.id)}`;
  }
  if (kind === "map" && row.place) return `/events?place=${encodeURIComponent(row.place)}`;
  return null;
}

async function draw(figure) {
  const address = figure.dataset.chart;
  const kind = address.match(/charts\/(\w+)/)[1];
  const canvas = figure.querySelector(".canvas");
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  const found = await answer.json();
  if (!answer.ok) {
    canvas.textContent = found.error.message;
    return;
  }
  figure.querySelector(".says").textContent = found.subtitle;
  const fixed = kind === "map" || kind === "network";
  const room = canvas.clientWidth - (kind === "coverage" || kind === "heat" ? 190 : 140);
  let spec = fixed ? found.spec : fitted(found.spec, Math.max(Math.min(room, 980), 240));
  if (dark.matches) spec = recoloured(spec);
  spec.background = "transparent";
  spec.padding = 2;
  spec.config = { ...spec.config, font: getComputedStyle(document.body).fontFamily };
  for (const part of ["axis", "legend"]) spec.config[part] = { ...spec.config[part], labelFontSize: 11.5 };
  const options = { ast: true, actions: false, renderer: "svg", defaultStyle: false, tooltip: { disableDefaultStyle: true } };
  const { view } = await window.vegaEmbed(canvas, spec, options);
  view.addEventListener("click", (_, item) => {
    const to = opened(item, kind);
    if (to) window.location.assign(to);
  });
  canvas.classList.toggle("fixed", fixed);
  figure.dataset.drawn = "true";
}

function all() {
  for (const figure of document.querySelectorAll("figure[data-chart]")) draw(figure).catch((error) => {
    figure.querySelector(".says").textContent = `The chart could not be drawn: ${error.message}`;
  });
}

all();
dark.addEventListener("change", all);
