import { expect } from "vitest";
import { idBytes, type PersonId, type PieceId, type VersionId } from "#domain/ids.ts";
import type { ActKind } from "#domain/record-view.ts";
import { isOffered, isOver, type PieceFacts, type VersionFacts } from "./consent-facts.ts";
import type { ConsentRun, Got } from "./consent-run.ts";
import type { Side } from "./consent-world.ts";

/** What has to hold of what one gets of the pieces that the other writes alone. */
export const draftsOfTheOther = ({ facts }: ConsentRun, me: PersonId): readonly PieceFacts[] =>
  facts.pieces.filter(({ owner, mode }) => owner !== me && mode === "own");

/** Nothing about what was not offered, or waits, in anything that the other gets. */
export function nothingOfDrafts(run: ConsentRun, side: Side, { json }: Got): void {
  const { facts, now } = run;
  const me = run.person(side);
  for (const { piece } of draftsOfTheOther(run, me)) {
    const offered = facts.versions.some((one) => one.piece === piece && isOffered(one, now));
    if (!offered) expect(json, "a draft shows nowhere").not.toContain(piece);
  }
  for (const one of facts.versions) {
    if (one.author === me || isOffered(one, now)) continue;
    expect(json, "what waits shows nowhere").not.toContain(one.version);
  }
}

/**
 * What was not opened, and can be no more (taken back, refused, replaced, gone, or 30 days old), is as if
 * it had never been; but what one put off or refused oneself stands in one's own record, and an envelope
 * that one refused with it.
 */
export function nothingOfWhatIsOver(run: ConsentRun, side: Side, got: Got): void {
  const { facts, now } = run;
  const me = run.person(side);
  const theirs = facts.versions.filter(({ author }) => author !== me);
  const shows = (one: VersionFacts) =>
    one.opened || (isOffered(one, now) && !one.declined && !isOver(one, facts, now));
  const gone = theirs.filter((one) => isOffered(one, now) && !shows(one));
  const pieces = draftsOfTheOther(run, me).filter(
    ({ piece }) => !theirs.some((one) => one.piece === piece && shows(one)),
  );
  if (gone.length === 0 && pieces.length === 0) return;
  const refused = new Set(gone.filter(({ declined }) => declined).map(({ version }) => version));
  const json = got.without(
    ({ by, what, version }) =>
      (by === "me" && OWN_ANSWERS.has(what)) ||
      (by === "other" && what === "offered" && version !== null && refused.has(version)),
  );
  const signed = signedIn(json);
  const plain = json.replaceAll(BODY, "");
  for (const { version } of gone) {
    expect(plain, "what is over shows nowhere").not.toContain(version);
    expect(signed, "no signature tells of what is over").not.toContain(bytesOf(version));
  }
  for (const { piece } of pieces) {
    expect(plain, "a piece of which all is over shows nowhere").not.toContain(piece);
    expect(signed, "no signature tells of a piece of which all is over").not.toContain(
      bytesOf(piece),
    );
  }
}

/** At the door stands what can be opened, and nothing that was. */
export function onlyWhatWaits({ facts, now }: ConsentRun, { view }: Got): void {
  for (const piece of view.pieces) {
    if (piece.mode !== "own" || piece.role !== "reader" || !piece.door) continue;
    const { version } = piece.door;
    const one = facts.versions.find((known) => known.version === version);
    const waits = one && !one.opened && !one.declined && !isOver(one, facts, now);
    expect(waits, "what stands at the door can be opened").toBe(true);
  }
}

const OWN_ANSWERS: ReadonlySet<ActKind> = new Set(["not-now", "no", "told-no"]);

const bytesOf = (id: VersionId | PieceId): string => Buffer.from(idBytes(id)).toString("hex");

const BODY = /"body":"([\w-]+)"/g;

/** Everything that was signed there: ids stand in it as bytes. */
const signedIn = (json: string): string =>
  [...json.matchAll(BODY)]
    .map(([, body = ""]) => Buffer.from(body, "base64url").toString("hex"))
    .join(" ");
