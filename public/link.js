// Before anything else of the page is loaded: takes the secret of an invitation out of the address bar
// and keeps it in this tab alone. A fragment is never sent to a server; it must not stay on the screen,
// in a bookmark or in what a later page can read either.
(function () {
  function take() {
    // The page's own fragment leads to its text.
    if (location.pathname !== "/invite" || location.hash.length < 2 || location.hash === "#main") {
      return false;
    }
    try {
      sessionStorage.setItem("link", location.hash.slice(1));
    } catch {
      // Storage may be refused. The link then has to be pasted into the page.
    }
    history.replaceState(null, "", "/invite");
    return true;
  }
  take();
  // A link that is put into the address bar of this very page loads nothing by itself.
  addEventListener("hashchange", function () {
    if (take()) location.reload();
  });
})();
