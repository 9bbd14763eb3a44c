// Dates are typed as 2026-11-23. Where the browser has a calendar of its own, it is offered instead; what was typed in
// another form stays as it is. Everything works without this file.
"use strict";

const WRITTEN = { date: /^(\d{4}-\d{2}-\d{2})?$/, month: /^(\d{4}-\d{2})?$/ };

for (const field of document.querySelectorAll("input[data-date]")) {
  const typed = field.value;
  if (!WRITTEN[field.dataset.date].test(typed)) continue;
  field.type = field.dataset.date;
  if (field.value !== typed) {
    field.type = "text";
    field.value = typed;
  }
}
