import type { Encoded } from "../encoded.ts";
import type { LineId, PersonId, PieceId } from "../ids.ts";
import { unreachable } from "../result.ts";
import type {
  AnswerView,
  EpochKey,
  LineView,
  OfferedView,
  OpenedView,
  PairedState,
  PairedView,
  PieceView,
  PutInView,
  ReceivedView,
  RoundView,
  SignatureView,
  ToldView,
  TogetherState,
  TogetherView,
  WordingView,
  WrittenView,
  YesesView,
} from "../piece-view.ts";
import type { Side } from "../statement-view.ts";
import { door } from "./at-the-door.ts";
import { hasLapsed, type Told, type Waiting } from "./door.ts";
import type { Recorded } from "./events.ts";
import type { Known } from "./gate.ts";
import type { Line, Lines, Signature } from "./lines.ts";
import { standingVersion, type OwnPiece, type Version } from "./own.ts";
import type { PairedPiece, PutIn, Round } from "./paired.ts";
import type { TogetherPiece, Yeses } from "./together.ts";

/** The pieces of a room as one person may see them. `keys` are the wrapped keys, by epoch from 1. */
export function viewFor(
  known: Known,
  keys: ReadonlyMap<PieceId, readonly Encoded[]>,
  now: number,
): readonly PieceView[] {
  const waiting = door(known, now);
  return [...known.pieces].flatMap(([id, piece]): readonly PieceView[] => {
    const sealed = keys.get(id) ?? [];
    const atDoor = waiting.get(id) ?? null;
    if (piece.mode === "together") {
      return listed(togetherView(id, piece, sealed, atDoor, known.me, now));
    }
    if (piece.mode === "paired") {
      return piece.withdrawn ? [] : [pairedView(id, piece, known.me, now)];
    }
    return piece.owner === known.me
      ? listed(writtenView(id, piece, sealed, known.room.left.has(known.me), now))
      : listed(receivedView(id, piece, atDoor));
  });
}

const listed = <T>(view: T | null): readonly T[] => (view === null ? [] : [view]);

// ---- an own piece, to who writes it

function writtenView(
  piece: PieceId,
  state: OwnPiece,
  keys: readonly Encoded[],
  left: boolean,
  now: number,
): WrittenView | null {
  const [key] = keys;
  if (state.discarded || key === undefined) return null;
  const standing = standingVersion(state);
  return {
    mode: "own",
    role: "author",
    piece,
    key,
    place: standing === null ? "mine" : wasHeard(standing) ? "shared" : "door",
    versions: state.versions.map((version) => offeredView(version, now)),
    waiting: left ? null : waitingView(state),
  };
}

function waitingView({ waiting }: OwnPiece): WrittenView["waiting"] {
  if (!waiting || waiting.isVoid) return null;
  const { version, envelope, notBefore, recorded } = waiting;
  return { version, envelope, notBefore, ...dated(recorded) };
}

/** Only an answer, or a reader who tells that they opened it, brings a version to Shared. */
const wasHeard = ({ told, answer }: Version): boolean => answer !== null || told?.what === "opened";

function offeredView(version: Version, now: number): OfferedView {
  return {
    version: version.version,
    ...offering(version),
    state: stateOf(version, now),
    takenBack: version.takenBack && version.takenBack.statement,
    told: toldView(version.told),
    answer: answerView(version),
  };
}

function stateOf(version: Version, now: number): OfferedView["state"] {
  if (version.takenBack) return "taken-back";
  if (wasHeard(version)) return "answered";
  return version.isVoid || hasLapsed(version.offeredAt, now) ? "ended" : "offered";
}

// ---- an own piece, to its reader

function receivedView(
  piece: PieceId,
  state: OwnPiece,
  waiting: Waiting | null,
): ReceivedView | null {
  const atDoor = state.versions.find(({ version }) => version === waiting?.version);
  const opened = state.versions.filter(({ reading }) => reading === "opened").map(openedView);
  if (!atDoor && opened.length === 0) return null;
  return {
    mode: "own",
    role: "reader",
    piece,
    door: atDoor
      ? {
          version: atDoor.version,
          ...offering(atDoor),
          putOff: atDoor.reading === "put-off",
        }
      : null,
    opened,
  };
}

const openedView = (version: Version): OpenedView => ({
  version: version.version,
  ...offering(version),
  takenBack: version.takenBack && dated(version.takenBack),
  told: toldView(version.told),
  answer: answerView(version),
});

// ---- a question for two

const pairedView = (piece: PieceId, state: PairedPiece, me: PersonId, now: number): PairedView => ({
  mode: "paired",
  piece,
  by: side(state.by, me),
  ...dated(state.begun),
  envelope: state.envelope,
  state: pairedState(state, me),
  round: state.round && roundView(state.round, me, now),
  results: state.results.map(({ round, common }) => ({ round, common })),
});

function pairedState({ opened, putIn }: PairedPiece, me: PersonId): PairedState {
  const mine = opened.find(({ by }) => by === me);
  const theirs = opened.find(({ by }) => by !== me);
  return mine && theirs
    ? {
        is: "opened",
        mine: { ...putInView(mine), answer: answerView(mine) },
        theirs: { ...putInView(theirs), answer: answerView(theirs) },
      }
    : { is: "answering", mine: putIn && !putIn.isVoid ? putInView(putIn) : null };
}

const putInView = ({ version, recorded }: PutIn["answer"]): PutInView => ({
  version,
  ...dated(recorded),
});

function roundView(its: Round, me: PersonId, now: number): RoundView | null {
  const { round } = its;
  switch (its.is) {
    case "asked": {
      const { by, lines, opensAt, recorded } = its;
      if (opensAt <= now) return null;
      return { is: "asked", round, by: side(by, me), lines, opensAt, ...dated(recorded) };
    }
    case "running": {
      const { lines, opensAt, mine } = its;
      const submitted = mine !== null;
      return { is: "running", round, lines, opensAt, submitted, yeses: yesesView(its) };
    }
    case "over":
      return { is: "over", round, common: its.common };
    default:
      return unreachable(its);
  }
}

// ---- a piece together

function togetherView(
  piece: PieceId,
  state: TogetherPiece,
  keys: readonly Encoded[],
  waiting: Waiting | null,
  me: PersonId,
  now: number,
): TogetherView | null {
  const stage = togetherState(state, keys, waiting, me, now);
  return (
    stage && {
      mode: "together",
      piece,
      by: side(state.by, me),
      ...dated(state.proposal),
      envelope: state.envelope,
      state: stage,
    }
  );
}

function togetherState(
  state: TogetherPiece,
  keys: readonly Encoded[],
  waiting: Waiting | null,
  me: PersonId,
  now: number,
): TogetherState | null {
  const { stage } = state;
  switch (stage.is) {
    case "withdrawn":
      return null;
    case "proposed":
      if (state.by !== me) return waiting && { is: "offered", putOff: waiting.putOff };
      return {
        is: "proposed",
        ended: state.isVoid || hasLapsed(state.proposedAt, now),
        told: toldView(state.told),
      };
    case "open":
      return {
        is: "open",
        epoch: stage.epoch,
        keys: epochKeys(keys, stage.epoch),
        lines: lineViews(stage.lines, me),
        yeses: yesesView(stage.yeses),
      };
    case "closed":
      return {
        is: "closed",
        epoch: stage.epoch,
        keys: epochKeys(keys, stage.epoch),
        lines: lineViews(stage.lines, me),
        yeses: yesesView(stage.yeses),
        by: side(stage.by, me),
        ...dated(stage.recorded),
        reopening: stage.reopening && {
          by: side(stage.reopening.by, me),
          ...dated(stage.reopening.recorded),
        },
      };
    default:
      return unreachable(stage);
  }
}

/** The key of an epoch that only one has asked for is not given out. */
const epochKeys = (keys: readonly Encoded[], epoch: number): readonly EpochKey[] =>
  keys.slice(0, epoch).map((sealed, i) => ({ epoch: i + 1, sealed }));

const lineViews = (lines: Lines, me: PersonId): readonly LineView[] =>
  [...lines]
    .filter(([, line]) => line.signatures.length > 0)
    .map(([id, line]) => lineView(id, line, me));

function lineView(id: LineId, { standing, signatures }: Line, me: PersonId): LineView {
  const wordings = new Map<Encoded, Signature[]>();
  for (const signature of signatures) {
    wordings.set(signature.hash, [...(wordings.get(signature.hash) ?? []), signature]);
  }
  const views = [...wordings].map(([hash, held]): WordingView => {
    const mineFirst = [...held].sort((a, b) => Number(b.by === me) - Number(a.by === me));
    return { hash, signatures: mineFirst.map((signature) => signatureView(signature, me)) };
  });
  return {
    line: id,
    standing: views.find(({ hash }) => hash === standing) ?? null,
    proposed: views.filter(({ hash }) => hash !== standing),
  };
}

const signatureView = (signature: Signature, me: PersonId): SignatureView => ({
  by: side(signature.by, me),
  ...dated(signature.recorded),
  sealedWording: signature.sealedWording,
});

// ---- parts

const side = (person: PersonId, me: PersonId): Side => (person === me ? "me" : "other");

const yesesView = ({ asked, agreed }: Yeses): YesesView => ({
  asked: asked.statement,
  agreed: agreed.statement,
});

const dated = ({ on, statement }: Recorded) => ({ on, statement });

const offering = ({ envelope, offered }: Version) => ({ ...dated(offered), envelope });

const toldView = (told: Told | null): ToldView | null =>
  told && { what: told.what, ...dated(told.recorded) };

const answerView = ({ answer }: Pick<Version, "answer">): AnswerView | null =>
  answer && { sealed: answer.sealed, ...dated(answer.recorded) };
