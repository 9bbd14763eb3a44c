// Reads a part of the page aloud, with a voice that the device itself has: no voice of a service is used, since it would
// get the words. Where the device has none for the language there is no button, and never a voice of another language.
// Only for the screen is only for the eye.
"use strict";

const SILENT = ".screen-only, .unseen, [hidden], [aria-hidden], svg, .listen, .finish, .quiet, details:not([open]) > :not(summary)";
const ENDS = "h1, h2, h3, p, li, b, q, strong, small, label, legend, summary, button, .button";
const language = document.documentElement.lang;
const buttons = [...document.querySelectorAll(".listen")];

// Voices that can read a language that no device has one for, the nearest first; a written language of its own is none.
const STAND_INS = { prs: ["fa-AF", "fa"], kmr: ["ku-TR", "ku-Latn", "ku"] };
const NEVER = { kmr: /^ku-(arab|iq|ir)(-|$)/ };
const SENTENCE = /(?<=[.?!\u061f\u06d4\u1362])\s+/;

const whole = (tag) => tag.toLowerCase().replaceAll("_", "-");
const primary = (tag) => whole(tag).split("-")[0];
// "fi" is in "fi-FI" and not in "fil-PH".
const within = (tag, wanted) => `${whole(tag)}-`.startsWith(`${whole(wanted)}-`) && !NEVER[primary(language)]?.test(whole(tag));
const voice = () => {
  const here = (window.speechSynthesis?.getVoices() ?? []).filter((one) => one.localService);
  const wanted = [language, primary(language), ...(STAND_INS[primary(language)] ?? [])];
  return wanted.map((tag) => here.find((one) => within(one.lang, tag))).find(Boolean);
};
const offer = () => buttons.forEach((one) => { one.hidden = !voice(); });

const part = (id) => {
  const copy = document.getElementById(id).cloneNode(true);
  copy.querySelectorAll(SILENT).forEach((one) => one.remove());
  // What is Swedish in another language's page is not for its voice; a name inside a sentence belongs to the sentence.
  copy.querySelectorAll('[lang]:not(span[translate="no"])').forEach((one) => { if (primary(one.lang) !== primary(language)) one.remove(); });
  copy.querySelectorAll(ENDS).forEach((one) => one.append(". "));
  return `${copy.textContent}. `;
};
const said = (ids) => {
  const words = ids.split(" ").filter((id) => document.getElementById(id)).map(part).join(" ");
  return words.replaceAll("\u00ad", "").replace(/\s+/g, " ").replace(/([.?!:,])( ?\.)+/g, "$1").trim();
};

const stop = () => window.speechSynthesis?.cancel();
const read = (button) => {
  const going = window.speechSynthesis.speaking || window.speechSynthesis.pending;
  stop();
  if (going) return;
  const reader = voice();
  said(button.dataset.reads).split(SENTENCE).filter((one) => /[\p{L}\p{N}]/u.test(one)).forEach((sentence) => {
    const words = new SpeechSynthesisUtterance(sentence);
    words.voice = reader;
    words.lang = reader.lang;
    window.speechSynthesis.speak(words);
  });
};

buttons.forEach((one) => one.addEventListener("click", () => read(one)));
window.speechSynthesis?.addEventListener?.("voiceschanged", offer);
window.addEventListener("pagehide", stop);
stop();
offer();
