import { createContext, useContext, useState, useSyncExternalStore, type ReactNode } from "react";
import { useOpenTab } from "#client/hooks/use-open-tab.ts";
import type { Keyring } from "#client/keyring/keyring.ts";
import { sentenceFor } from "#client/sentences.ts";
import { isNewer } from "#domain/newer.ts";
import { stepped, walkOf, type Step, type Walk } from "#domain/practices/walk.ts";
import { PRACTICES } from "./practices.ts";

/** What the practices are to the one who reads: where they have been, and the way to take a step. */
export type Mine = {
  readonly walk: Walk;
  readonly take: (step: Step) => Promise<void>;
  /** Why the last step could not be kept. */
  readonly complaint: string | null;
};

const MineContext = createContext<Mine | null>(null);

/** `null` for whoever reads without an account, before scripts run, and while locked. */
export const useMine = (): Mine | null => useContext(MineContext);

const nothing = () => () => {};
const nobody = () => null;

/** The walk of this keyring; `null` without one. */
export function useWalk(keyring: Pick<Keyring, "index"> | null): Mine | null {
  const [complaint, setComplaint] = useState<string | null>(null);
  const index = keyring?.index;
  const now = useSyncExternalStore(index?.subscribe ?? nothing, index?.current ?? nobody, nobody);
  if (!index || !now) return null;
  return {
    walk: walkOf(now, PRACTICES),
    take: async (step) => {
      if (isNewer(index.current().walk)) return setComplaint(sentenceFor("newer-version"));
      if (stepped(index.current(), step) === index.current()) return;
      const done = await index.update((before) => stepped(before, step));
      setComplaint(done.ok ? null : sentenceFor(done.refusal.code));
    },
    complaint,
  };
}

/** Pages that everybody can read; what is one's own is added to them once somebody is unlocked. */
export function MaybeMine({ children }: { children: ReactNode }) {
  const tab = useOpenTab();
  const mine = useWalk(tab?.hand.keyring ?? null);
  return <MineContext.Provider value={mine}>{children}</MineContext.Provider>;
}
