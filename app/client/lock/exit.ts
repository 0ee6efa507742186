import { blank } from "./blank.ts";
import { dropKeys } from "./keys.ts";
import { tellTabs } from "./tabs.ts";

/** The neutral page. `public/left.js` knows it too. */
export const LEFT = "/left";

/** Read by `public/left.js`, which keeps Back from returning while it stands. */
const MARK = "left";

/**
 * Leaves: the page is blank before anything else happens, the keys are dropped here and in every other
 * tab, and the neutral page takes this page's place in the history of the tab. The list of visited
 * pages that the browser itself keeps is not touched; nothing on a page could.
 */
export function exit({ tell = true }: { tell?: boolean } = {}): void {
  blank();
  try {
    sessionStorage.setItem(MARK, "1");
  } catch {
    // Storage may be refused. Then Back can return, and there is nothing more that a page can do.
  }
  if (tell) tellTabs("exit");
  void dropKeys();
  location.replace(LEFT);
}
