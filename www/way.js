// Runs before anything is drawn: how the page is shown, and whether what was drawn ahead is what the address asks for.

(function way() {
  var root = document.documentElement;
  var query = location.search;
  // 长辈版 is large from the first word on; the page itself looks after it from then on.
  if (/[?&]elder=1(&|$)/.test(query)) root.setAttribute("data-elder", "");
  // Another screen than the one in the document: that one stays out of sight, until there is nothing better to show.
  if (!/[?&](c|embed)=/.test(query)) return;
  root.setAttribute("data-waits", "");
  // Whatever becomes of the other scripts, nobody looks at an empty page for longer.
  setTimeout(function show() { root.removeAttribute("data-waits"); }, 8000);
}());
