// The wall looks every other second, and draws itself anew when something has changed. Without this file the page loads
// itself again.
"use strict";

const wall = document.getElementById("wall");
const EVERY_MS = 2000;
let seen = null;

setInterval(async () => {
  if (document.hidden) return;
  const answer = await fetch(wall.dataset.now).catch(() => null);
  if (!answer || answer.status !== 200) return;
  const now = await answer.text();
  if (seen !== null && now !== seen) {
    const page = await fetch(window.location.href).catch(() => null);
    const fresh = page && page.ok && new DOMParser().parseFromString(await page.text(), "text/html").getElementById("wall");
    if (!fresh) return;
    wall.replaceChildren(...fresh.childNodes);
  }
  seen = now;
}, EVERY_MS);
