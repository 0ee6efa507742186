// The first thing in the head of every page, and blocking. After "Exit this page" going Back in this
// tab would show an earlier page of ours; this sends it to the neutral page before anything is drawn.
// Coming here on purpose (a link, an address typed) clears the mark.
(function () {
  function attempt(step) {
    try {
      return step();
    } catch {
      return undefined; // storage may be refused; then there is no mark
    }
  }
  function marked() {
    return attempt(function () {
      return sessionStorage.getItem("left") !== null;
    });
  }
  function leave() {
    document.documentElement.replaceChildren();
    location.replace("/left");
  }
  function wentBack() {
    var entry = performance.getEntriesByType("navigation")[0];
    return Boolean(entry) && entry.type === "back_forward";
  }
  function forget() {
    attempt(function () {
      sessionStorage.removeItem("left");
    });
  }
  // Somebody pressed "Exit this page" before the page's own script ran, so it led here as a link does.
  function arriveUnannounced() {
    attempt(function () {
      sessionStorage.setItem("left", "1");
      localStorage.setItem("lock", "1");
      new BroadcastChannel("tabs").postMessage("exit");
    });
  }
  if (location.pathname === "/left") {
    attempt(function () {
      sessionStorage.removeItem("link"); // an invitation that this tab was opened with
    });
    if (!marked()) arriveUnannounced();
    return;
  }
  if (marked()) {
    if (wentBack()) leave();
    else forget();
  }
  addEventListener("pageshow", function (event) {
    if (event.persisted && marked()) leave();
  });
})();
