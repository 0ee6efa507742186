// The first thing in the head of every page, and blocking. After "Exit this page" going Back in this
// tab would show an earlier page of ours; this sends it to the neutral page before anything is drawn.
// Coming here on purpose (a link, an address typed) clears the mark.
(function () {
  function leave() {
    document.documentElement.replaceChildren();
    location.replace("/left");
  }
  function wentBack() {
    var entry = performance.getEntriesByType("navigation")[0];
    return Boolean(entry) && entry.type === "back_forward";
  }
  // Storage may be refused; then there is no mark to look at.
  function marked() {
    try {
      return sessionStorage.getItem("left") !== null;
    } catch {
      return false;
    }
  }
  if (marked()) {
    if (wentBack()) leave();
    else sessionStorage.removeItem("left");
  }
  addEventListener("pageshow", function (event) {
    if (event.persisted && marked()) leave();
  });
})();
