// The running balance of the budget: summed in whole numbers, in the same parts of an öre as the server uses, so that
// both show the same. What cannot be read for certain changes nothing here: the server answers it when the page is sent.
"use strict";

{
  const WAIT_MS = 700;
  const INVISIBLE = /[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
  const APOSTROPHES = /[\u2019\u2018\u02bc\u00b4`\u2032\u066c]/g;
  const CURRENCY = "(?:kronor|kr\\.?|sek)";
  const DASH = "[-\u2010-\u2015\u2212\ufe63\uff0d]";
  const AMOUNT = new RegExp(
    `^(?:~ ?)?${CURRENCY}? ?(\\d{1,3}([ '.,])\\d{3}(?:\\2\\d{3})*|\\d+)(?:([.,\u066b])(\\d{1,2}))? ?(?:[:,.]${DASH})? ?${CURRENCY}?$`,
    "i",
  );
  // The first digits of the scripts people here write in: Arabic-Indic, Persian and Urdu.
  const ZEROS = [0x0660, 0x06f0];

  const western = (sign) => {
    const zero = ZEROS.find((first) => sign.charCodeAt(0) >= first && sign.charCodeAt(0) < first + 10);
    return zero === undefined ? sign : String(sign.charCodeAt(0) - zero);
  };

  const tidy = (text) =>
    [...text.replace(INVISIBLE, "").replace(APOSTROPHES, "'").replace(/\u060c/g, ",")]
      .map(western)
      .join("")
      .replace(/\s+/g, " ")
      .replace(/ ?([.,:']) ?/g, "$1")
      .trim();

  // Öre as BigInt; 0 for an empty field; null for what is not certain.
  const ore = (text, most) => {
    const clean = tidy(text);
    if (!clean) return 0n;
    const found = AMOUNT.exec(clean);
    if (!found) return null;
    const [, whole, mark, point, decimals = ""] = found;
    if ((mark === "." || mark === ",") && whole.startsWith("0")) return null;
    if (point && point === mark) return null;
    const amount = BigInt(whole.replace(/\D/g, "")) * 100n + BigInt(decimals.padEnd(2, "0"));
    return amount > most ? null : amount;
  };

  // Nearest whole number, a half away from zero.
  const nearest = (number, over) => {
    const size = number < 0n ? -number : number;
    const whole = (2n * size + over) / (2n * over);
    return number < 0n ? -whole : whole;
  };

  const shown = (kronor) => `${kronor.toString().replace(/\B(?=(\d{3})+$)/g, "\u00a0")}\u00a0kr`;

  const balance = document.getElementById("balance");
  const form = document.getElementById("lines");
  const parts = BigInt(balance.dataset.parts);
  const most = BigInt(balance.dataset.most);
  const sign = BigInt(balance.dataset.sign ?? 1);
  const others = BigInt(balance.dataset.others ?? 0);
  const says = Object.fromEntries([...balance.querySelectorAll("[data-when]")].map((part) => [part.dataset.when, part]));

  const given = (line) => line.querySelector("input[inputmode]").value.trim() !== "";

  // What comes in and what goes out. A sum of lines that are given themselves is not counted.
  const sum = () => {
    const all = [...form.querySelectorAll(".line")];
    const divided = all.some((line) => line.dataset.sum === "part" && given(line));
    let came = BigInt(balance.dataset.in ?? 0);
    let went = BigInt(balance.dataset.out ?? 0);
    let exact = others + came - went;
    if (!divided) exact += sign * BigInt(balance.dataset.instead ?? 0);
    for (const line of all) {
      const amount = ore(line.querySelector("input[inputmode]").value, most);
      if (amount === null) return null;
      if (divided && line.dataset.sum === "whole") continue;
      const way = line.dataset.sign ? BigInt(line.dataset.sign) : sign;
      const month = amount * BigInt((line.querySelector("option:checked") ?? balance).dataset.parts);
      exact += way * month;
      if (way < 0n) went += month;
      else came += month;
    }
    return { exact, came, went };
  };

  const write = (place, text) => {
    // Setting the same words again would make some screen readers say them again.
    if (place.textContent !== text) place.textContent = text;
  };

  const draw = ({ came, went }) => {
    const picture = document.getElementById("flow");
    if (!picture) return;
    write(picture.querySelector("[data-flow=in] .n"), shown(nearest(nearest(came, parts), 100n)));
    write(picture.querySelector("[data-flow=out] .n"), shown(nearest(nearest(went, parts), 100n)));
    const longest = came > went ? came : went;
    const width = (part) => (longest ? ((1000n * part) / longest).toString() : "0");
    const least = came < went ? came : went;
    picture.querySelector("[data-bar=went]").setAttribute("width", width(least));
    picture.querySelector("[data-bar=over]").setAttribute("x", width(least));
    picture.querySelector("[data-bar=over]").setAttribute("width", width(went - least));
  };

  const show = () => {
    const found = sum();
    if (found === null) return;
    draw(found);
    const left = nearest(found.exact, parts);
    const when = left < 0n ? "short" : "left";
    write(says[when].querySelector(".n"), shown(nearest(left < 0n ? -left : left, 100n)));
    for (const [name, part] of Object.entries(says)) if (part.hidden !== (name !== when)) part.hidden = name !== when;
  };

  let waiting = 0;
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, WAIT_MS);
  };

  const fill = (button) => {
    const line = button.closest(".line");
    const input = line.querySelector("input[inputmode]");
    const about = line.querySelector("input[type=checkbox]");
    input.value = button.dataset.typed;
    line.querySelector("select").value = button.dataset.period;
    if (about) about.checked = true;
    input.focus();
    show();
  };

  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=fill]");
    if (!button) return;
    event.preventDefault();
    fill(button);
  });
  balance.querySelector("button[name=update]").hidden = true;
  show();
}
