// The wall looks every other second. Without this file the page loads itself anew.
"use strict";

const wall = document.getElementById("wall");
const EVERY_MS = 2000;

setInterval(async () => {
  if (document.hidden) return;
  const answer = await fetch(wall.dataset.now).catch(() => null);
  if (!answer || answer.status !== 200) return;
  const [turn, , joined, done] = (await answer.text()).trim().split(" ");
  if (turn !== wall.dataset.turn) window.location.reload();
  for (const [id, number] of [["joined", joined], ["done", done]]) {
    const shown = document.getElementById(id);
    if (shown && shown.textContent !== number) shown.textContent = number;
  }
}, EVERY_MS);
