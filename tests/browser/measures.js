// Read into a page by measures.py: how high it is, how many words are to be seen, where the act stands, which numbers.
const seen = (node) => {
  const around = node.parentElement;
  if (!around || around.closest(".unseen, script, style") || getComputedStyle(around).clipPath !== "none") return false;
  return around.checkVisibility({ visibilityProperty: true });
};

const texts = (root) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) if (walker.currentNode.data.trim() && seen(walker.currentNode)) found.push(walker.currentNode);
  return found;
};

// A number, a sign and a word each count as one, as on paper; soft hyphens part no word.
const words = () =>
  texts(document.querySelector("main")).map((one) => one.data).join(" ").replaceAll("\u00ad", "").split(/\s+/).filter((one) => /[\p{L}\p{N}]/u.test(one)).length;

const bottom = (selector) => {
  const found = document.querySelector(selector);
  return found ? Math.round(found.getBoundingClientRect().bottom + window.scrollY) : null;
};

// Each number that can be called, as often as it is to be seen.
const numbers = () =>
  [...document.querySelectorAll('a[href^="tel:"]')].filter((one) => seen(one.firstChild)).map((one) => one.getAttribute("href"));

// Parts of words, between the places where they may be parted, that nevertheless stand on two lines: the first letter
// and the last one are so far apart that no mark above a letter explains it.
const broken = () => {
  const found = [];
  const line = (node, at) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const boxes = [...range.getClientRects()];
    return boxes.length ? boxes[boxes.length - 1] : null;
  };
  for (const node of texts(document.body)) {
    for (const part of node.data.matchAll(/[^\s\u00ad\u2013\u2014/-]+/g)) {
      const [first, last] = [line(node, part.index), line(node, part.index + part[0].length - 1)];
      if (first && last && Math.abs(first.top - last.top) > first.height / 2) found.push(part[0]);
    }
  }
  return found;
};

const measured = () => ({
  screens: document.documentElement.scrollHeight / window.innerHeight,
  words: words(),
  act: bottom("#act"),
  day: bottom(".act .when"),
  call: bottom(".act .call.button"),
  say: bottom(".act .say"),
  first: bottom(".act .button, .act .option"),
  numbers: numbers(),
  broken: broken(),
});
