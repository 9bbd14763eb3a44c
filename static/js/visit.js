// Small help for a visit: a page taken out of the browser's memory is asked for anew, and nobody's answers end
// without a warning. Everything works without this file.
"use strict";

window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.replace(window.location.pathname + window.location.search);
});

const leaving = document.getElementById("leaving");
if (leaving) {
  const WARN_SECONDS = Math.min(5 * 60, Number(leaving.dataset.seconds) / 2);
  const button = document.getElementById("leaving-stay");
  let ends = Date.now() + Number(leaving.dataset.seconds) * 1000;
  let before = null;

  const show = () => {
    before = document.activeElement;
    leaving.hidden = false;
    button.focus();
  };
  const hide = () => {
    leaving.hidden = true;
    if (before) before.focus();
  };
  button.addEventListener("click", async () => {
    const body = new URLSearchParams({ csrf_token: leaving.dataset.token });
    const answer = await fetch(leaving.dataset.stay, { method: "POST", body }).catch(() => null);
    if (answer && answer.ok) {
      ends = Date.now() + Number(leaving.dataset.seconds) * 1000;
      hide();
    }
  });
  setInterval(() => {
    const left = (ends - Date.now()) / 1000;
    if (left <= 0) window.location.replace(leaving.dataset.start);
    else if (left <= WARN_SECONDS && leaving.hidden) show();
  }, 1000);
}

const faults = document.querySelector(".faults");
if (faults) faults.focus();
