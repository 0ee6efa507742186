import { createContext, useContext } from "react";
import type { Tab } from "#client/tab.ts";

export const TabContext = createContext<Tab | null>(null);

/** What this tab holds for its person. Throws outside of an unlocked page. */
export function useTab(): Tab {
  const tab = useContext(TabContext);
  if (!tab) throw new Error("not unlocked");
  return tab;
}
