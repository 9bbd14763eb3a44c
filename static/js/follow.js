// A phone follows the lesson. Without this file there is a link that does the same.
"use strict";

const follow = document.getElementById("follow");
const EVERY_MS = 5000;
const SPREAD_MS = 1000;

async function look() {
  if (document.hidden) return;
  const answer = await fetch(follow.dataset.now).catch(() => null);
  if (!answer || answer.status !== 200) return;
  const [turn] = (await answer.text()).split(" ");
  if (turn !== follow.dataset.turn) window.location.assign(follow.dataset.next);
}

function again() {
  setTimeout(async () => {
    await look();
    again();
  }, EVERY_MS + (Math.random() * 2 - 1) * SPREAD_MS);
}

document.addEventListener("visibilitychange", look);
again();
