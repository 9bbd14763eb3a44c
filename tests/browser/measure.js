// Read into a page by the tests of the look: where things stand, what can be pressed, and where words are broken.
const box = (selector) => {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`there is no ${selector}`);
  const { top, bottom } = element.getBoundingClientRect();
  return { top: top + window.scrollY, bottom: bottom + window.scrollY };
};

const wordsIn = (selector) => document.querySelector(selector).innerText.replace(/\u00ad/g, "").split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".unseen, .skip");

// A link that stands in a running sentence is as high as its line, and may be.
const inSentence = (element) => getComputedStyle(element).display === "inline";

const small = () =>
  [...document.querySelectorAll("a[href], button, summary, select, label, input:not([type=checkbox], [type=radio], [type=hidden])")]
    .filter((element) => seen(element) && !inSentence(element))
    .filter((element) => element.localName !== "label" || ["checkbox", "radio"].includes(element.control?.type))
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 1 && (height < 43.5 || (element.localName !== "label" && width < 43.5));
    })
    .map((element) => `${element.localName}.${element.className} ”${element.textContent.trim().slice(0, 30)}” ${Math.round(element.getBoundingClientRect().width)}×${Math.round(element.getBoundingClientRect().height)}`);

// Words may go on with the next line after a hyphen, soft or hard, and at a slash; anywhere else they are broken.
const lineOfEach = (node, start, length) =>
  Array.from({ length }, (_, place) => {
    const range = document.createRange();
    range.setStart(node, start + place);
    range.setEnd(node, start + place + 1);
    // A letter behind a soft hyphen has the hyphen's own box too, at the end of the line before.
    const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
    return boxes.length ? Math.round(boxes.at(-1).top) : undefined;
  }).filter((top) => top !== undefined);

const broken = () => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const around = node.parentElement;
    if (!seen(around) || around.closest("svg, option, script, noscript, code, cite, .speech-word, .wall-address, .keep-secret")) continue;
    for (const part of node.data.matchAll(/[\p{L}\p{M}]+/gu)) {
      const lines = new Set(lineOfEach(node, part.index, part[0].length));
      if (lines.size > 1) found.push(part[0]);
    }
  }
  return [...new Set(found)];
};
