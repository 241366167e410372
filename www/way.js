// Runs before anything is drawn: how the page is shown, and whether what was drawn ahead is what the address asks for.
// It speaks for boot.js too, which a server or a proxy may spoil.

(function way() {
  var PATIENCE_MS = 8000;
  var root = document.documentElement;
  var query = location.search;
  var asked = /[?&]c=([^&]*)/.exec(query);
  var hasSpoken = false;

  /** Says what is the matter, above what was drawn ahead: that much can be read. */
  function say(sentence) {
    var line = document.getElementById("boot");
    var again = document.createElement("button");
    root.removeAttribute("data-waits");
    // Without the line the page already stands and speaks for itself.
    if (!line) return;
    hasSpoken = true;
    again.type = "button";
    again.className = "primary";
    again.textContent = "刷新";
    again.onclick = function reload() { location.reload(); };
    line.textContent = sentence;
    line.appendChild(again);
  }

  document.addEventListener("wengang-says", function hear(event) { say(event.detail); });
  // A browser without modules begins in another way.
  if ("noModule" in document.createElement("script")) {
    addEventListener("load", function loaded() {
      if (!root.hasAttribute("data-began")) {
        say("测算程序没有取到，可能网站刚更新过。请刷新再试；还是不行，请拨打 12333 咨询。");
      }
    });
  }
  // Whatever becomes of the other scripts, nobody looks at an empty page for longer.
  setTimeout(function remind() {
    if (!hasSpoken) say("打开得有点慢。可以再等一会儿，或刷新页面再试。");
  }, PATIENCE_MS);

  // 长辈版 is large from the first word on; the page itself looks after it from then on.
  if (/[?&]elder=1(&|$)/.test(query)) root.setAttribute("data-elder", "");
  // Another screen than the one in the document: that one stays out of sight, until there is nothing better to show.
  if (/[?&]embed=/.test(query) || (asked && location.pathname.split("/").pop() !== asked[1] + ".html")) {
    root.setAttribute("data-waits", "");
  }
}());
