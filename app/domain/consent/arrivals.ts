import type { PersonId } from "../ids.ts";
import type { ConsentEvent, Entry, Scope, Subject } from "./events.ts";

/**
 * What the other did that arrives with me, as against what they take away. Envelopes are not among
 * them: those come to the door, which has its own times.
 */
const ARRIVES: ReadonlySet<ConsentEvent["type"]> = new Set([
  "version-answered",
  "opening-told",
  "decline-told",
  "proposal-accepted",
  "line-signed",
  "reopening-asked",
  "piece-reopened",
  "pair-begun",
  "answer-opened",
  "round-asked",
  "round-begun",
  "round-over",
]);

/**
 * The entries that have come to this person, if nothing has since `came`. What came later is held back
 * only at the end of its journal: whatever anything else rests on is there with it.
 */
export function arrived(entries: readonly Entry[], me: PersonId, came: number): readonly Entry[] {
  const journals = new Map<string, number>();
  const key = (subject: Subject, scope: Scope) => `${subject} ${scope}`;
  for (const { subject, scope, seq, by, at, event } of entries) {
    const fromOutside = by !== me || event.type === "round-over";
    const heldBack = scope === "shared" && fromOutside && at > came && ARRIVES.has(event.type);
    if (!heldBack) journals.set(key(subject, scope), Math.max(seq, kept(journals, subject, scope)));
  }
  return entries.filter(({ subject, scope, seq }) => seq <= kept(journals, subject, scope));

  function kept(of: ReadonlyMap<string, number>, subject: Subject, scope: Scope): number {
    return of.get(key(subject, scope)) ?? 0;
  }
}
