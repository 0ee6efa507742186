// Before anything else of the page is loaded: takes the secret of an invitation out of the address bar
// and keeps it in this tab alone. A fragment is never sent to a server; it must not stay on the screen,
// in a bookmark or in what a later page can read either.
(function () {
  if (location.pathname !== "/invite" || location.hash.length < 2) return;
  try {
    sessionStorage.setItem("link", location.hash.slice(1));
  } catch {
    // Storage may be refused. The link then has to be pasted into the page.
  }
  history.replaceState(null, "", "/invite");
})();
