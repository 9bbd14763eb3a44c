// Reads a part of the page aloud, with a voice that the device itself has: no voice of a service is used, since it would
// get the words. Where the device has none for the language there is no button. Only for the screen is only for the eye.
"use strict";

const SILENT = ".screen-only, .unseen, [hidden], [aria-hidden], svg, .listen, .finish, .quiet, details:not([open]) > :not(summary)";
const ENDS = "h1, h2, h3, p, li, b, q, strong, small, label, legend, summary, button, .button";
const language = document.documentElement.lang;
const buttons = [...document.querySelectorAll(".listen")];

const primary = (tag) => tag.toLowerCase().split(/[-_]/)[0];
const voice = () => window.speechSynthesis?.getVoices().find((one) => one.localService && primary(one.lang) === primary(language));
const offer = () => buttons.forEach((one) => { one.hidden = !voice(); });

const said = (id) => {
  const copy = document.getElementById(id).cloneNode(true);
  copy.querySelectorAll(SILENT).forEach((one) => one.remove());
  copy.querySelectorAll("[lang]").forEach((one) => { if (primary(one.lang) !== primary(language)) one.remove(); });
  copy.querySelectorAll(ENDS).forEach((one) => one.append(". "));
  return copy.textContent.replaceAll("\u00ad", "").replace(/\s+/g, " ").replace(/([.?!:,])( ?\.)+/g, "$1").trim();
};

const stop = () => window.speechSynthesis?.cancel();
const read = (button) => {
  const going = window.speechSynthesis.speaking;
  stop();
  if (going) return;
  const words = new SpeechSynthesisUtterance(said(button.dataset.reads));
  words.voice = voice();
  words.lang = words.voice.lang;
  window.speechSynthesis.speak(words);
};

buttons.forEach((one) => one.addEventListener("click", () => read(one)));
window.speechSynthesis?.addEventListener?.("voiceschanged", offer);
window.addEventListener("pagehide", stop);
stop();
offer();
