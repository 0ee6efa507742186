import { blank } from "./blank.ts";
import { dropKeys } from "./keys.ts";
import { turnPage } from "./page-turner.ts";
import { tellTabs } from "./tabs.ts";

/** How long to wait for the server before the unlock page is shown without it, in milliseconds. */
const PATIENCE = 2_000;

/** Where to unlock, and where to return to then. Never the fragment: it can hold a secret. */
export function unlockPath({ pathname, search }: Pick<Location, "pathname" | "search">): string {
  const here = pathname + search;
  return here === "/" ? "/unlock" : `/unlock?next=${encodeURIComponent(here)}`;
}

/**
 * Locks this tab, and with `tell` all others: the page is blank first, then the keys go, then the
 * unlock page comes. It is loaded anew, so that nothing of the old page stays in memory; without a
 * network it is made of what this page has already loaded.
 */
export async function lock({ tell }: { readonly tell: boolean }): Promise<void> {
  const path = unlockPath(location);
  const bringBack = blank();
  if (tell) tellTabs("lock");
  await dropKeys();
  if (!(await reachable()) && (await turnPage(path))) bringBack();
  else location.replace(path);
}

async function reachable(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    return (await fetch("/healthz", { cache: "no-store", signal })).ok;
  } catch {
    return false;
  }
}
