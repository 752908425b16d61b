// Ctrl and Enter run the query.
"use strict";

document.querySelector("textarea")?.addEventListener("keydown", (press) => {
  if (press.key === "Enter" && (press.ctrlKey || press.metaKey)) press.target.form.requestSubmit();
});
