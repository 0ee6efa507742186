import type { RoomId } from "#domain/ids.ts";
import type { Visitor } from "#tests/support/visitor.ts";
import type { Case } from "./endpoints.ts";
import type { Asker, Ids, Scene } from "./scene.ts";
import { ALL, type ThingName } from "./things.ts";

export type Perspective = {
  readonly name: string;
  readonly asker: (scene: Scene) => Asker;
  readonly things: readonly ThingName[];
  /** Through this room, and not the one in which the things are. */
  readonly room?: (scene: Scene) => RoomId;
  /** The ids that are the asker's too: nothing is hidden of what is about these alone. */
  readonly own: readonly (keyof Ids)[];
  /** They are in the room of the things: then true ids and such as never were are mixed in every way. */
  readonly isIn?: true;
  /** Cases in which they are told what they know, with the code of that refusal. */
  readonly known?: Readonly<Record<string, string>>;
};

type AskerIn = Perspective["asker"];
const of = (visitor: Visitor): Asker => ({ visitor, who: visitor.who });
export const stranger: AskerIn = (scene) => of(scene.stranger);
export const nobody: AskerIn = (scene) => ({ visitor: null, who: scene.stranger.who });
export const ada: AskerIn = (scene) => of(scene.ada);
export const bo: AskerIn = (scene) => of(scene.bo);

/**
 * Who opened something is told that it was taken back, for it goes from under their eyes: they know that it
 * was there, so nothing is given away.
 */
const OPENED_ONCE = {
  "gate: answer": "taken-back",
  "gate: tell-opened": "taken-back",
};

/** For where it cannot count what became of a thing: nothing of its room is looked at. */
export const ONE_OF_EACH: readonly ThingName[] = ["draft", "openedOnce", "agreement", "running"];

/** Who asks after what. */
export const PERSPECTIVES: readonly Perspective[] = [
  { name: "a stranger", asker: stranger, things: ALL, own: [] },
  {
    name: "a stranger, through a room of their own",
    asker: stranger,
    things: ONE_OF_EACH,
    room: ({ elsewhere }) => elsewhere,
    own: ["room"],
  },
  { name: "who is not signed in", asker: nobody, things: ALL, own: [] },
  {
    name: "the other, before it came to them, and after it is gone",
    asker: bo,
    things: ["draft", "queued", "takenBack", "refused", "withdrawnProposal", "withdrawnQuestion"],
    own: ["room"],
    isIn: true,
  },
  {
    name: "the other, after they opened it and it was taken back",
    asker: bo,
    things: ["openedOnce"],
    own: ["room"],
    isIn: true,
    known: OPENED_ONCE,
  },
  {
    name: "the other, before both answers are in",
    asker: bo,
    things: ["answerIn", "answerOut"],
    own: ["room", "piece"],
    isIn: true,
  },
  {
    name: "who took a question back, of what the other had put in",
    asker: ada,
    things: ["withdrawnQuestion"],
    own: ["room", "piece", "person", "session", "invitation", "token"],
    isIn: true,
  },
  {
    name: "the other, through another room of theirs",
    asker: bo,
    things: ONE_OF_EACH,
    room: ({ elsewhere }) => elsewhere,
    own: ["room"],
  },
];

/** The ids in a case that are not the asker's. */
export const foreignTo = ({ own }: Perspective, { about }: Case) =>
  about.filter((kind) => !own.includes(kind));

/** One question: after this thing, with ids such as never were in the place of these. */
export type Question = { readonly thing: ThingName; readonly missing: readonly (keyof Ids)[] };

/**
 * All that is asked in one case. `asOfNothing` is asked with no id that is not the asker's own: the rest
 * has to be answered like it.
 */
export function questionsIn(perspective: Perspective, one: Case, { lacks }: Scene) {
  const kinds = foreignTo(perspective, one);
  return perspective.things.flatMap((thing) => {
    const lacking = kinds.filter((kind) => lacks[thing].includes(kind));
    // Of who has no part in the room every thing is asked by what stands in it.
    if (lacking.length > 0 && !perspective.isIn) return [];
    const there = kinds.filter((kind) => !lacking.includes(kind));
    const mixed = perspective.isIn || thing === "draft" ? there : [];
    const question = (missing: Question["missing"]): Question => ({ thing, missing });
    return {
      asOfNothing: question(kinds),
      mixed: mixed.map((kind) => question([...lacking, kind])),
      real: question(lacking),
    };
  });
}
