// Runs before the first paint: sets the display mode, and hides the prerendered page where the address asks for another.
// Shows the fallback message when boot.js does not load, and in engines that run no other script: the 兼容模式 of browsers
// with two engines is an Internet Explorer. So it is written for engines of 1999.

(function preboot() {
  var PATIENCE_MS = 8000;
  var OLD = "这个浏览器太旧，或者开着兼容模式，算不了。请把浏览器切换到“极速模式”（一般在地址栏右边），或换一个浏览器打开，也可以拨打 12333 咨询。";
  var root = document.documentElement;
  var query = location.search;
  var asked = /[?&]c=([^&]*)/.exec(query);
  var hasMessage = false;

  /** Whether the engine is not supported, even if some scripts run in it. */
  var isOld = !!document.documentMode || !window.addEventListener;

  function listen(target, event, call) {
    if (target.addEventListener) target.addEventListener(event, call, false);
    else target.attachEvent("on" + event, call);
  }

  /** Shows a message above the prerendered page, which stays readable. */
  function show(sentence, isFinal) {
    var line = document.getElementById("boot");
    var again = document.createElement("button");
    root.removeAttribute("data-pending");
    // Without the line the page is already running.
    if (!line) return;
    hasMessage = true;
    while (line.firstChild) line.removeChild(line.firstChild);
    line.appendChild(document.createTextNode(sentence));
    if (isFinal) return;
    again.type = "button";
    again.className = "primary";
    again.appendChild(document.createTextNode("刷新"));
    again.onclick = function reload() { location.reload(); };
    line.appendChild(again);
  }

  listen(document, "wengang-boot-message", function onMessage(event) { show(event.detail); });
  listen(window, "load", function loaded() {
    var runsModules = "noModule" in document.createElement("script");
    // Without modules only the program as a script can have started, which sets the attribute.
    if (isOld || (!runsModules && !root.getAttribute("data-chunk"))) {
      show(OLD, true);
    } else if (runsModules && root.getAttribute("data-booted") === null) {
      show("测算程序没有取到，可能网站刚更新过。请刷新再试；还是不行，请拨打 12333 咨询。");
    }
  });
  // A message for slow loading, independent of the other scripts.
  setTimeout(function remind() {
    if (!hasMessage) show("打开得有点慢。可以再等一会儿，或刷新页面再试。");
  }, PATIENCE_MS);

  // 长辈版 is large from the first paint on; the program updates the attribute later.
  if (/[?&]elder=1(&|$)/.test(query)) root.setAttribute("data-elder", "");
  // The address asks for another screen than the document has: the prerendered one is hidden.
  if (/[?&]embed=/.test(query) || (asked && location.pathname.split("/").pop() !== asked[1] + ".html")) {
    root.setAttribute("data-pending", "");
  }
}());
