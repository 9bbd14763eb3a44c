// Read into a page by look.py: each function lists what is wrong with the page's layout, in words for a test's report.
const name = (element) => {
  const own = element.id ? `#${element.id}` : [...element.classList].map((each) => `.${each}`).join("");
  const words = (element.textContent || element.value || "").trim().replace(/\s+/g, " ").slice(0, 40);
  return `${element.localName}${own} ”${words}”`;
};

const scrolls = (element) => {
  for (let around = element.parentElement; around && around !== document.body; around = around.parentElement) {
    if (["auto", "scroll", "hidden"].includes(getComputedStyle(around).overflowX)) return true;
  }
  return false;
};

// Whoever reads at 320 px, or enlarges to 400 %, scrolls in one direction only.
const wide = () => {
  const room = window.innerWidth;
  const sides = [document.scrollingElement.scrollWidth > room];
  const out = [...document.querySelectorAll("body *")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && (box.right > room + 1 || box.left < -1) && !scrolls(element);
  });
  // The skip link waits outside on purpose, above the page: it is never beside it.
  const deepest = out.filter((element) => !out.some((other) => other !== element && element.contains(other)));
  return sides[0] || deepest.length ? [`${document.scrollingElement.scrollWidth} px of ${room}`, ...deepest.map(name)] : [];
};

const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;

const tabbable = () =>
  [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex]")].filter(
    (element) => element.tabIndex >= 0 && element.type !== "hidden" && !element.disabled && shown(element),
  );

// Some part of what has the focus must be seen: no bar may stand over all of it. What cannot be pressed at a kiosk, such
// as a link to another site, cannot be found from its place on the screen.
const covered = () => {
  const before = document.activeElement;
  const pressed = tabbable().filter((element) => getComputedStyle(element).pointerEvents !== "none");
  const hidden = pressed.filter((element) => {
    element.focus();
    // A link that is parted may begin with a line where none of it has room: that box is empty, and nobody looks for it.
    const whole = [...element.getClientRects()].find((box) => box.width > 0);
    const left = Math.max(whole.left, 0);
    const start = Math.max(whole.top, 0);
    const box = { left, top: start, width: Math.min(whole.right, innerWidth) - left, height: Math.min(whole.bottom, innerHeight) - start };
    const points = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]];
    return !points.some(([x, y]) => {
      const seen = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
      return seen && (element.contains(seen) || [...(element.labels || [])].some((label) => label.contains(seen)));
    });
  });
  before?.focus?.();
  window.scrollTo(0, 0);
  return hidden.map(name);
};

// Letters of double size, in a window that keeps its own: nothing may run out of the page or be cut off.
const enlarged = () => {
  document.documentElement.style.fontSize = "200%";
  const cut = [...document.querySelectorAll("body *")].filter((element) => {
    const style = getComputedStyle(element);
    const cuts = style.overflowX === "hidden" || style.overflowX === "clip";
    return cuts && !element.closest(".unseen") && element.scrollWidth > element.clientWidth + 1 && shown(element);
  });
  const faults = [...wide(), ...cut.map((element) => `cut off: ${name(element)}`), ...covered().map((each) => `covered: ${each}`)];
  document.documentElement.style.fontSize = "";
  return faults;
};

// In a right-to-left page every group of digits stands in a part that is read from left to right.
const loose = () => {
  if (document.documentElement.dir !== "rtl") return [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faults = [];
  while (walker.nextNode()) {
    const around = walker.currentNode.parentElement;
    if (/\d/.test(walker.currentNode.data) && around.closest("[dir]").dir !== "ltr" && shown(around)) faults.push(name(around));
  }
  return faults;
};

// A word that a browser must not translate stands in an element of its own. In a row or a grid it would be laid beside the
// words that it belongs to.
const apart = () =>
  [...document.querySelectorAll('span[lang="sv"][translate="no"]')]
    .map((element) => element.parentElement)
    .filter((around) => /flex|grid/.test(getComputedStyle(around).display) && shown(around))
    .filter((around) => [...around.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim()))
    .map(name);
