import type { BrowserContext } from "@playwright/test";

/**
 * Whoever follows a link reads the page that it leads to. A journey is quicker than any reader, and would
 * press and read what still stands there of the page before: from here on it waits for the page itself, in
 * every act and every expectation.
 */
export async function waitForPages(context: BrowserContext): Promise<void> {
  await context.addInitScript(markTurning);
  context.on("page", (page) => {
    for (const mark of ["html[data-turning]", "[data-moving]"]) {
      // Playwright waits until it is gone; there is nothing else to do.
      void page.addLocatorHandler(page.locator(mark), () => Promise.resolve());
    }
  });
}

/** Runs in the page: marks it from when a link was followed, or the address changed, until that page is drawn. */
function markTurning(): void {
  const wait = setTimeout.bind(window); // before a test takes the clock
  const TICK_MS = 16;
  /** In ticks: a link that leads to no other page. */
  const NOTHING_COMES = 20;
  /** In ticks: it failed, and the page says so. */
  const GIVE_UP = 300;
  let from: string | undefined;
  let ticks = 0;
  let isLooking = false;

  const look = () => {
    const root = document.documentElement;
    const { page } = root.dataset;
    const key: unknown = history.state?.key;
    const isMoving = document.querySelector("[data-moving]") !== null;
    const isDrawn = key === undefined || page === undefined || page === key;
    const isOther = page !== from || ticks > NOTHING_COMES;
    ticks += 1;
    if ((isDrawn && isOther && !isMoving) || ticks > GIVE_UP) {
      isLooking = false;
      delete root.dataset["turning"];
    } else wait(look, TICK_MS);
  };
  const turn = () => {
    const root = document.documentElement;
    if (!isLooking) from = root.dataset["page"];
    ticks = 0;
    root.dataset["turning"] = "";
    if (!isLooking) wait(look, 0);
    isLooking = true;
  };

  addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href]");
    // Taken over by the router; any other link loads a page, for which Playwright waits by itself.
    if (link && event.defaultPrevented) turn();
  });
  for (const name of ["pushState", "replaceState"] as const) {
    const own = history[name].bind(history);
    history[name] = (state: unknown, unused: string, url?: string | URL | null) => {
      const before: unknown = history.state?.key;
      own(state, unused, url);
      if (history.state?.key !== before) turn();
    };
  }
}
