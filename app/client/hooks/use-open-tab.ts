import { useEffect, useState } from "react";
import { browserAccount } from "#client/account-browser.ts";
import { tabOf, type Tab } from "#client/tab.ts";

/**
 * The tab of whoever is unlocked in this browser, for a page that everybody may read: it leads nobody
 * away to sign in. `null` until that is known, and for everybody else.
 */
export function useOpenTab(): Tab | null {
  const [tab, setTab] = useState<Tab | null>(null);
  useEffect(() => {
    let late = false;
    let stop = () => {};
    void browserAccount().then(async (account) => {
      if (!account.keyring.current()) await account.restore();
      if (late) return;
      setTab(tabOf(account));
      stop = account.keyring.subscribe((now) => setTab(now && tabOf(account)));
    });
    return () => {
      late = true;
      stop();
    };
  }, []);
  return tab;
}
