import { PrefetchPageLinks, useLocation, useNavigate } from "@remix-run/react";
import { useEffect, useState, type ReactNode } from "react";
import type { Account } from "#client/account.ts";
import { browserAccount } from "#client/account-browser.ts";
import { TabContext } from "#client/hooks/use-tab.ts";
import { withNext } from "#client/next-path.ts";
import { tabOf, type Tab } from "#client/tab.ts";
import { NeutralTab } from "./neutral-tab.tsx";
import { NewDevice } from "./new-device.tsx";

/**
 * A page for whoever is unlocked. Until that is known, and while it leads away to unlock or sign in,
 * the fallback stands.
 */
export function Unlocked({
  fallback,
  children,
}: {
  fallback: ReactNode;
  children: (tab: Tab) => ReactNode;
}) {
  const [account, setAccount] = useState<Account | null>(null);
  const [tab, setTab] = useState<Tab | null>(null);
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const here = pathname + search;

  useEffect(() => {
    let left = false;
    void (async () => {
      const opened = await browserAccount();
      const standing = opened.keyring.current() ? null : await opened.restore();
      if (left) return;
      const found = tabOf(opened);
      if (found) {
        setAccount(opened);
        setTab(found);
      } else {
        const path = standing?.is === "locked" ? "/unlock" : "/sign-in";
        await navigate(withNext(path, here), { replace: true });
      }
    })();
    return () => {
      left = true;
    };
    // Where to return to is where this began; a later change of the address must not begin it again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  useEffect(() => {
    if (!account || !tab) return;
    const stopLocking = account.keyring.subscribe((now) => {
      // Another one takes its place when somebody has made new keys.
      setTab(now && tabOf(account));
    });
    const stopLive = tab.live.subscribe((event) => {
      if (event.is !== "ended") return;
      void account.sessionEnded().then(() => navigate("/sign-in", { replace: true }));
    });
    return () => {
      stopLocking();
      stopLive();
    };
  }, [account, tab, navigate]);

  if (!tab) return fallback;
  return (
    <TabContext.Provider value={tab}>
      {/* Locked without a network, this page must be able to show the unlock page. */}
      <PrefetchPageLinks page="/unlock" />
      <NeutralTab />
      <NewDevice />
      {children(tab)}
    </TabContext.Provider>
  );
}
