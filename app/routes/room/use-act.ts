import { useState } from "react";
import { useInRoom } from "#client/hooks/use-room.ts";
import type { Result } from "#domain/result.ts";
import { sorry } from "./words.ts";

/** How something goes that was asked for: whether it is under way, and why it was not done. */
export type Course = { readonly pending: boolean; readonly trouble: string | null };

export const NOT_BEGUN: Course = { pending: false, trouble: null };

/** Does it, and shows how it goes. Whatever came of it, it can be asked for again; `true`: it was done. */
export async function runAct(
  act: () => Promise<Result<unknown>>,
  refresh: () => Promise<void>,
  show: (course: Course) => void,
): Promise<boolean> {
  show({ pending: true, trouble: null });
  const done = await act();
  if (done.ok) await refresh();
  show({ pending: false, trouble: done.ok ? null : sorry(done.refusal.code) });
  return done.ok;
}

/** Does something in the room that the page is in, and says what came of it. */
export function useAct() {
  const { refresh } = useInRoom();
  const [course, show] = useState(NOT_BEGUN);
  const run = (act: () => Promise<Result<unknown>>) => runAct(act, refresh, show);
  return { run, ...course, forget: () => show(NOT_BEGUN) };
}
