import type { ReactElement } from "react";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { RoomContext, type InRoom } from "#client/hooks/use-room.ts";
import { actOpenly, sayNo } from "#client/rooms/acts.ts";
import type { DoorCard } from "#client/rooms/cards.ts";
import { checkedView } from "#client/rooms/checked-view.ts";
import { readScene, type Scene } from "#client/rooms/scene.ts";
import { theTwoOf } from "#client/rooms/signing.ts";
import { propose } from "#client/rooms/together.ts";
import type { PieceId } from "#domain/ids.ts";
import { refuse } from "#domain/result.ts";
import type { WrittenView } from "#domain/piece-view.ts";
import type { RoomView } from "#domain/room-view.ts";
import { inHtml } from "#tests/support/in-html.tsx";
import { offerLetter, type Side } from "#tests/support/room-deeds.ts";
import { held, pairedIn, twoHands, viewIn } from "#tests/support/two-hands.ts";
import { ListOffered } from "../piece/boundaries/list-offered.tsx";
import { LetterOffered } from "../piece/letter/letter-offered.tsx";
import { NOT_BEGUN, runAct, type Course } from "../room/use-act.ts";
import { DoorCardView, ProposedCard } from "./door-card.tsx";

vi.mock("@remix-run/react", () => ({ Link: "a" }));

const SILENCE = "Silence here means nothing.";
const TOLD = "Bo told you that they do not want to open it.";

let ada: Side;
let bo: Side;
beforeAll(async () => {
  const world = await twoHands();
  ada = { hand: world.ada, paired: await pairedIn(world.ada, world.room) };
  bo = { hand: world.bo, paired: await pairedIn(world.bo, world.room) };
});

/** What the page makes of what the server says, which may be a lie. */
async function sceneOf({ hand, paired }: Side, lie = (view: RoomView) => view): Promise<Scene> {
  const view = lie(await viewIn(hand, paired.room));
  const { view: checked } = checkedView(view, theTwoOf(hand.keyring, paired.room));
  return readScene(checked, paired.key, paired.other, hand.keyring.index.current());
}

/** Everything about one piece of Ada's that stands offered: its card, and the notice on its page. */
function pagesOf(scene: Scene, piece: PieceId): readonly string[] {
  const card = cardOf(scene, piece, "offered");
  const view = scene.view.pieces.find((one) => one.piece === piece) as WrittenView;
  const [offered] = view.versions;
  if (!offered) throw new Error("nothing was offered");
  const rest = { changedSince: false, before: null, now: null };
  return [
    <DoorCardView key="card" card={card} />,
    <LetterOffered key="letter" view={view} offered={offered} {...rest} />,
    <ListOffered key="list" view={view} />,
  ].map((page) => inRoom(scene, page));
}

const inRoom = (scene: Scene, page: ReactElement): string =>
  within({ room: ada.paired.room, scene } as InRoom, page);

const within = (here: InRoom, page: ReactElement): string =>
  inHtml(<RoomContext.Provider value={here}>{page}</RoomContext.Provider>);

function cardOf<I extends DoorCard["is"]>({ door }: Scene, piece: PieceId, is: I) {
  const card = door.find((one) => one.piece === piece && one.is === is);
  if (!card) throw new Error("there is no such card at the door");
  return card as Extract<DoorCard, { is: I }>;
}

describe("what I offered", () => {
  it("G5 says that the reader said no once they chose to tell, and nothing of silence any more", async () => {
    const { piece, version } = await offerLetter(ada.hand, ada.paired);
    for (const page of pagesOf(await sceneOf(ada), piece)) {
      expect(page).toContain(SILENCE);
      expect(page).not.toContain(TOLD);
    }
    held(await sayNo(bo.hand, bo.paired.room, piece, version, true));
    for (const page of pagesOf(await sceneOf(ada), piece)) {
      expect(page).toContain(TOLD);
      expect(page).not.toContain(SILENCE);
    }
    expect(pagesOf(await sceneOf(ada), piece)[0]).toContain("Take back");
  });

  it("G3 G5 looks after a quiet no as if nobody had seen it, in every byte", async () => {
    const { piece, version } = await offerLetter(ada.hand, ada.paired);
    const unseen = await sceneOf(ada);
    held(await sayNo(bo.hand, bo.paired.room, piece, version, false));
    const refused = await sceneOf(ada);
    expect(JSON.stringify(refused.door)).toBe(JSON.stringify(unseen.door));
    expect(pagesOf(refused, piece)).toEqual(pagesOf(unseen, piece));
    expect(pagesOf(refused, piece).join()).toContain(SILENCE);
  });

  it("S11 says so only if the reader has signed it", async () => {
    const { piece } = await offerLetter(ada.hand, ada.paired);
    const claimed = await sceneOf(ada, (view) => ({
      ...view,
      pieces: view.pieces.map((one) => {
        if (one.piece !== piece || one.mode !== "own" || one.role !== "author") return one;
        const versions = one.versions.map((offered) => {
          const { on, statement } = offered;
          return { ...offered, told: { what: "no" as const, on, statement } };
        });
        return { ...one, versions };
      }),
    }));
    expect(pagesOf(claimed, piece)).toEqual(pagesOf(await sceneOf(ada), piece));
  });

  it("G10 says what was told also after it has ended", async () => {
    const { piece } = await offerLetter(ada.hand, ada.paired);
    const scene = await sceneOf(ada);
    const card = { ...cardOf(scene, piece, "offered"), ended: true };
    const ended = inRoom(scene, <DoorCardView card={card} />);
    expect(ended).toContain("It is no longer at the door.");
    const both = inRoom(scene, <DoorCardView card={{ ...card, saidNo: true }} />);
    expect(both).toContain(TOLD);
  });
});

describe("what I proposed", () => {
  it("G14 stays as it was when it could not be taken back, says so, and can be taken back again", async () => {
    const { hand, paired } = ada;
    const envelope = { form: "proposal", kind: "agreement", theme: "money" } as const;
    const piece = held(await propose(hand, paired, envelope));
    let scene = await sceneOf(ada);
    const courses: Course[] = [];
    const takeBack = (by: Side["hand"]) =>
      runAct(
        () => actOpenly(by, paired.room, piece, { kind: "withdraw" }),
        async () => void (scene = await sceneOf(ada)),
        (course) => courses.push(course),
      );
    const shown = (course: Course): string => {
      const card = cardOf(scene, piece, "proposal");
      return inRoom(scene, <ProposedCard card={card} course={course} onTakeBack={() => {}} />);
    };
    const before = shown(NOT_BEGUN);

    const cut = { ...hand, api: { ...hand.api, post: async () => refuse("offline" as const) } };
    expect(await takeBack(cut)).toBe(false);
    const [going, failed] = courses;
    if (!going || !failed) throw new Error("nothing was shown");
    expect(shown(going)).toContain('aria-disabled="true"');
    const alert = /<p role="alert">[^<]+<\/p>/;
    expect(shown(failed)).toMatch(alert);
    expect(shown(failed).replace(alert, "")).toBe(before);
    expect((await sceneOf(ada)).door).toEqual(scene.door);

    expect(await takeBack(hand)).toBe(true);
    expect(courses.at(-1)).toEqual(NOT_BEGUN);
    expect(scene.door.some((card) => card.piece === piece)).toBe(false);
  });
});
