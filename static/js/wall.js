// How many have answered is asked for now and then. Without this file there is a link that does the same.
"use strict";

const said = document.getElementById("said");
const EVERY_MS = 5000;
let shown = "";

document.querySelector(".wall-reload").hidden = true;
setInterval(async () => {
  if (document.hidden) return;
  const answer = await fetch(said.dataset.from, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer || !answer.ok || answer.redirected) return;
  const now = await answer.text();
  if (now !== shown) said.replaceChildren(...new DOMParser().parseFromString(now, "text/html").body.childNodes);
  shown = now;
  if (said.querySelector("[data-closed]")) window.location.reload();
}, EVERY_MS);
