// Small help for a visit: a page taken out of the browser's memory is asked for anew, and nobody's answers end
// without a warning. Everything works without this file.
"use strict";

window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.replace(window.location.pathname + window.location.search);
});

const leaving = document.getElementById("leaving");
if (leaving) {
  const kiosk = Boolean(leaving.dataset.gone);
  const WARN_SECONDS = Number(leaving.dataset.warn) || Math.min(5 * 60, Number(leaving.dataset.seconds) / 2);
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
  const PING_MS = 45 * 1000;
  let pinged = Date.now();
  const stay = () => {
    pinged = Date.now();
    const body = new URLSearchParams({ csrf_token: leaving.dataset.token });
    return fetch(leaving.dataset.stay, { method: "POST", body }).catch(() => null);
  };
  const begin = () => {
    ends = Date.now() + Number(leaving.dataset.seconds) * 1000;
  };
  // At a kiosk every touch counts as being there, not only a new page. The server is told of the last one too, now and
  // then, so that its end of the visit never comes before the one that is seen here.
  let telling = 0;
  const touched = () => {
    if (!leaving.hidden) return;
    begin();
    clearTimeout(telling);
    telling = setTimeout(stay, Math.max(0, pinged + PING_MS - Date.now()));
  };
  if (kiosk) for (const sign of ["pointerdown", "keydown"]) document.addEventListener(sign, touched);
  button.addEventListener("click", async () => {
    const answer = await stay();
    if (kiosk || (answer && answer.ok)) {
      begin();
      hide();
    }
  });
  setInterval(() => {
    const left = (ends - Date.now()) / 1000;
    if (left <= 0) window.location.replace(leaving.dataset.gone || leaving.dataset.start);
    else if (left <= WARN_SECONDS && leaving.hidden) show();
  }, 1000);
}

// A kiosk has nowhere else to go: a link out of the app is words only.
if (document.body.classList.contains("kiosk")) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link && link.origin !== window.location.origin) event.preventDefault();
  });
}

const faults = document.querySelector(".faults");
if (faults) faults.focus();
