// A button that prints the page; without this file the browser's own way of printing does the same.
"use strict";

const button = document.getElementById("print");
button.hidden = false;
button.addEventListener("click", () => window.print());
