import type { LineId, PieceId, RoundId, VersionId } from "#domain/ids.ts";
import type { Act } from "#domain/consent/record.ts";
import { offering, type RoomActs, type Somebody } from "#tests/support/room-acts.ts";
import { newId, some } from "#tests/support/some.ts";
import type { Served } from "#tests/support/served.ts";

/** The ids that stand in a thing; what it has none of, never was. */
export type Named = {
  readonly piece: PieceId;
  readonly version: VersionId;
  readonly line: LineId;
  readonly round: RoundId;
};

/** Where things are made: by Ada, the one, and Bo, the other, at a time that they can move. */
export type Making = { readonly acts: RoomActs; readonly setClock: Served["setClock"] };

export type Thing = {
  readonly what: string;
  readonly make: (making: Making) => Promise<Partial<Named> & Pick<Named, "piece">>;
  /** Who is answered otherwise than of what never was, and when: so the thing is there. */
  readonly there: readonly [who: "ada" | "bo", name: string];
};

const HOUR = 3_600_000;

/** In the order in which they are made: each has one at a time of what stands unanswered. */
export const THINGS = {
  draft: {
    what: "a draft of which a version waits",
    make: async ({ acts }) => {
      const piece = await acts.begin(acts.ada);
      return { piece, version: await acts.wait(acts.ada, piece, acts.now + HOUR) };
    },
    there: ["ada", "a version"],
  },
  takenBack: {
    what: "a letter that was taken back before it was opened",
    make: async ({ acts }) => {
      const offered = await offerLetter(acts);
      await does(acts, acts.ada, offered.piece, { kind: "take-back", version: offered.version });
      return offered;
    },
    there: ["ada", "gate: take-back"],
  },
  openedOnce: {
    what: "a letter that was opened, and then taken back",
    make: async ({ acts }) => {
      const { piece, version } = await offerLetter(acts);
      done(await acts.run(acts.bo, piece, { kind: "open", version }));
      await does(acts, acts.ada, piece, { kind: "take-back", version });
      return { piece, version };
    },
    there: ["bo", "gate: answer"],
  },
  refused: {
    what: "a letter that was refused, and nothing told",
    make: async ({ acts }) => {
      const { piece, version } = await offerLetter(acts);
      done(await acts.run(acts.bo, piece, { kind: "no", version }));
      return { piece, version };
    },
    there: ["ada", "a version"],
  },
  agreement: {
    what: "an agreement of which both have signed a line",
    make: async ({ acts }) => {
      const piece = await acts.together();
      const line = newId<LineId>();
      const hash = some(32);
      for (const who of [acts.ada, acts.bo]) {
        await does(acts, who, piece, { kind: "sign-line", line, hash, sealedWording: some(284) });
      }
      return { piece, line };
    },
    there: ["bo", "gate: accept"],
  },
  withdrawnProposal: {
    what: "a proposal that was withdrawn",
    make: async ({ acts }) => {
      const piece = await proposed(acts);
      await does(acts, acts.ada, piece, { kind: "withdraw" });
      return { piece };
    },
    there: ["ada", "gate: withdraw"],
  },
  withdrawnQuestion: {
    what: "a question that was taken back, with what the other had put in",
    make: async ({ acts }) => {
      const piece = await acts.question();
      const version = newId<VersionId>();
      done(await acts.putIn(acts.bo, piece, version));
      await does(acts, acts.ada, piece, { kind: "withdraw" });
      return { piece, version };
    },
    there: ["ada", "gate: withdraw"],
  },
  running: {
    what: "a question with both answers open, and a round that runs",
    make: async ({ acts }) => {
      const piece = await acts.question();
      const [version, round] = [newId<VersionId>(), newId<RoundId>()];
      done(await acts.putIn(acts.ada, piece, version));
      done(await acts.putIn(acts.bo, piece));
      const opensAt = acts.now + 24 * HOUR;
      await does(acts, acts.ada, piece, { kind: "ask-round", round, lines: 1, opensAt });
      const asked = await askedRound(acts, piece);
      await does(acts, acts.bo, piece, { kind: "begin-round", round, asked });
      const tokens = [{ slot: some(32), value: some(32) }];
      done(await acts.run(acts.ada, piece, { kind: "submit-round", round, tokens }));
      return { piece, version, round };
    },
    there: ["bo", "a version"],
  },
  answerOut: {
    what: "a question of the other's, and an answer that was taken out again",
    make: async ({ acts }) => {
      const [piece, version] = [newId<PieceId>(), newId<VersionId>()];
      await does(acts, acts.bo, piece, { kind: "begin-pair", envelope: some(284) });
      done(await acts.putIn(acts.ada, piece, version));
      done(await acts.run(acts.ada, piece, { kind: "take-out", version }));
      return { piece, version };
    },
    there: ["ada", "gate: ask-round"],
  },
  answerIn: {
    what: "a question, and an answer that is in",
    make: async ({ acts }) => {
      const [piece, version] = [await acts.question(), newId<VersionId>()];
      done(await acts.putIn(acts.ada, piece, version));
      return { piece, version };
    },
    there: ["ada", "a version"],
  },
  proposal: {
    what: "a proposal that stands at the other's door",
    make: async ({ acts }) => ({ piece: await proposed(acts) }),
    there: ["bo", "gate: accept"],
  },
  queued: {
    what: "a letter behind another envelope, whose turn has not come",
    make: async ({ acts, setClock }) => {
      await setClock(acts.now + 1); // what stands at the door has waited longer
      return offerLetter(acts);
    },
    there: ["ada", "a version"],
  },
} satisfies Readonly<Record<string, Thing>>;

export type ThingName = keyof typeof THINGS;
export const ALL = Object.keys(THINGS) as readonly ThingName[];

function done(outcome: string): void {
  if (outcome !== "done") throw new Error(outcome);
}

const does = async (acts: RoomActs, who: Somebody, piece: PieceId, act: Act) =>
  done(await acts.sign(who, piece, act));

async function offerLetter(acts: RoomActs): Promise<Pick<Named, "piece" | "version">> {
  const piece = await acts.begin(acts.ada);
  return { piece, version: await acts.offer(acts.ada, piece) };
}

async function proposed(acts: RoomActs): Promise<PieceId> {
  const piece = newId<PieceId>();
  await does(acts, acts.ada, piece, {
    kind: "propose",
    envelope: some(284),
    sealedKey: some(60),
  });
  return piece;
}

/** The hash of the statement that asks for a round. */
async function askedRound(acts: RoomActs, id: PieceId): Promise<string> {
  const view = (await acts.view(acts.bo)).pieces.find(({ piece }) => piece === id);
  if (view?.mode !== "paired" || view.round?.is !== "asked") throw new Error("no round is asked");
  return view.round.statement.hash;
}

/** A sealed version under a new id. */
export const sealedThings = () => {
  const { kind: _offer, envelope: _envelope, ...sealed } = offering(newId<VersionId>());
  return sealed;
};
