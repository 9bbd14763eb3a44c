// A button that prints the page; without this file the browser's own way of printing does the same.
"use strict";

const print = document.getElementById("print");
print.hidden = false;
print.addEventListener("click", () => window.print());
