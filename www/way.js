// Runs before anything is drawn: how the page is shown, and whether what was drawn ahead is what the address asks for.
// It speaks for boot.js too, which a server or a proxy may spoil, and in engines that run no other script: the 兼容模式
// of browsers with two engines is an Internet Explorer. So it is written for engines of 1999.

(function way() {
  var PATIENCE_MS = 8000;
  var OLD = "这个浏览器太旧，或者开着兼容模式，算不了。请把浏览器切换到“极速模式”（一般在地址栏右边），或换一个浏览器打开，也可以拨打 12333 咨询。";
  var root = document.documentElement;
  var query = location.search;
  var asked = /[?&]c=([^&]*)/.exec(query);
  var hasSpoken = false;

  /** Whether the engine is none of those that the page is made for, whatever runs in it. */
  var isOld = !!document.documentMode || !window.addEventListener;

  function listen(target, event, call) {
    if (target.addEventListener) target.addEventListener(event, call, false);
    else target.attachEvent("on" + event, call);
  }

  /** Says what is the matter, above what was drawn ahead: that much can be read. */
  function say(sentence, isFinal) {
    var line = document.getElementById("boot");
    var again = document.createElement("button");
    root.removeAttribute("data-waits");
    // Without the line the page already stands and speaks for itself.
    if (!line) return;
    hasSpoken = true;
    while (line.firstChild) line.removeChild(line.firstChild);
    line.appendChild(document.createTextNode(sentence));
    if (isFinal) return;
    again.type = "button";
    again.className = "primary";
    again.appendChild(document.createTextNode("刷新"));
    again.onclick = function reload() { location.reload(); };
    line.appendChild(again);
  }

  listen(document, "wengang-says", function hear(event) { say(event.detail); });
  listen(window, "load", function loaded() {
    var runsModules = "noModule" in document.createElement("script");
    // A browser without modules begins in another way: then the program as a script has said that it is there.
    if (isOld || (!runsModules && !root.getAttribute("data-whole"))) {
      say(OLD, true);
    } else if (runsModules && root.getAttribute("data-began") === null) {
      say("测算程序没有取到，可能网站刚更新过。请刷新再试；还是不行，请拨打 12333 咨询。");
    }
  });
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
