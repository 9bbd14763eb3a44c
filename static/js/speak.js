// Reads the page aloud, with a voice that the device itself has: no voice of a service is used, since it would get the
// words. Where the device has none for the language, there is no button.
"use strict";

const button = document.getElementById("speak");
const words = document.getElementById("read-out");

const voice = () =>
  window.speechSynthesis?.getVoices().find((one) => one.localService && one.lang.toLowerCase().startsWith(words.lang.slice(0, 2)));

const offer = () => {
  button.hidden = !voice();
};

button.addEventListener("click", () => {
  window.speechSynthesis.cancel();
  const said = new SpeechSynthesisUtterance(words.innerText.replaceAll("\u00ad", ""));
  said.voice = voice();
  said.lang = said.voice.lang;
  window.speechSynthesis.speak(said);
});
window.speechSynthesis?.addEventListener?.("voiceschanged", offer);
window.addEventListener("pagehide", () => window.speechSynthesis?.cancel());
offer();
