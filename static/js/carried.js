// What stands after the # of the link is posted from here, so that it is never in an address that a server sees; then it
// is taken out of the address, so that it is not in the history either.
"use strict";

const form = document.getElementById("carried");
const carried = window.location.hash.slice(1);

if (carried) {
  form.elements.carried.value = carried;
  window.history.replaceState(null, "", window.location.pathname);
  if (!form.dataset.ask) form.submit();
}
