import { cleanCopy, type VersionContent } from "#client/pieces/clean-copy.ts";
import { actOpenly } from "#client/rooms/acts.ts";
import { beginPiece } from "#client/rooms/own-pieces.ts";
import { sealFor } from "#client/rooms/versions.ts";
import { toBase64Url } from "#domain/bytes.ts";
import type { LineId, PieceId } from "#domain/ids.ts";
import { encodeEnvelope, type Envelope } from "#domain/pieces/envelope.ts";
import { must, type DemoPerson } from "../../demo/person.ts";
import { inBrowser } from "../../support/from-node.ts";
import { place } from "../../support/in-the-room.ts";
import { expect, test } from "../../support/journey.ts";
import { letterOf } from "../../support/letters.ts";
import { goToTheGate } from "../../support/letters-between.ts";
import { pairInNode } from "../../support/pair-in-node.ts";
import { newId, some } from "../../support/some.ts";

const WORDS = "What no envelope told of.";
const LINES: VersionContent = {
  kind: "boundaries",
  lines: [
    {
      ...{ id: newId<LineId>(), area: "hours", firm: true },
      ...{ statement: WORDS, welcome: "", response: "" },
    },
  ],
};

/** Offers this under an envelope that says something else, as no page of ours would. */
async function offerAs(who: DemoPerson, content: VersionContent, envelope: Envelope | null) {
  const { hand } = who;
  const paired = await who.paired();
  const piece = must(await beginPiece(hand, paired.room, "letter"));
  const sealed = must(await sealFor(hand, paired, piece, must(cleanCopy(content))));
  const { version } = sealed;
  const note = { what: "envelope", by: hand.keyring.person, piece, version } as const;
  const bytes = envelope && (await paired.key.sealNote(note, encodeEnvelope(envelope)));
  const sealedNote = bytes ? toBase64Url(bytes) : some(284);
  must(
    await actOpenly(hand, paired.room, piece, { kind: "offer", ...sealed, envelope: sealedNote }),
  );
}

test("E8 what an envelope did not tell is not shown, and what it does not tell cannot be opened", async ({
  server,
  newPerson,
}) => {
  const { ada, ben, room, close } = await pairInNode(server.origin);
  const person = await inBrowser(newPerson, ben, `/room/${room}`);
  const { page } = person;
  const told = { form: "version", length: "short", weight: "light" } as const;
  const notShown = page.getByText("This is not shown.");
  const backToTheRoom = () => page.goto(`/room/${room}`);

  await test.step("a letter that is a list, a list that is a letter, a letter that asks for forgiveness", async () => {
    const mixed = [
      [LINES, "letter"],
      [letterOf("Told as lines", WORDS), "boundaries"],
      [{ ...letterOf("Told as a letter", WORDS), kind: "forgiveness" }, "letter"],
    ] as const;
    for (const [content, kind] of mixed) {
      await offerAs(ada, content as VersionContent, { ...told, kind });
      await backToTheRoom();
      await goToTheGate(person);
      await page.getByRole("button", { name: "Open", exact: true }).click();
      await expect(notShown).toBeVisible();
      await expect(page.getByText(WORDS)).toHaveCount(0);
      await expect(page.getByRole("button", { name: /answer|Keep a copy|Tell/ })).toHaveCount(0);
      await backToTheRoom();
      await expect(place(page, "Shared").getByRole("link", { name: "Read" }).first()).toBeVisible();
    }
  });

  await test.step("an envelope that does not open can be put off and refused, and no more", async () => {
    await offerAs(ada, letterOf("Behind nothing", WORDS), null);
    await backToTheRoom();
    await goToTheGate(person);
    const heading = page.getByRole("heading", { name: "This does not open here." });
    await expect(heading).toBeVisible();
    await expect(page.getByRole("button", { name: "Open", exact: true })).toHaveCount(0);
    await page.getByRole("button", { name: "No", exact: true }).click();
    await expect(page).toHaveURL(/#door$/);
    await expect(place(page, "At the door").getByRole("link", { name: /Look at it/ })).toHaveCount(
      0,
    );
  });

  await test.step("nor is yes said to a proposal whose envelope does not open", async () => {
    const paired = await ada.paired();
    const piece = newId<PieceId>();
    const sealedKey = await paired.key.wrapPieceKey(piece, 1, new Uint8Array(32).fill(7));
    must(
      await actOpenly(ada.hand, room, piece, {
        kind: "propose",
        ...{ envelope: some(284), sealedKey: toBase64Url(sealedKey), keys: paired.keys },
      }),
    );
    await backToTheRoom();
    await goToTheGate(person);
    await expect(page.getByRole("heading", { name: "This does not open here." })).toBeVisible();
    await expect(page.getByRole("button", { name: "Yes", exact: true })).toHaveCount(0);
    await page.getByRole("button", { name: "Not now", exact: true }).click();
    await expect(place(page, "At the door").getByText("You said not now.")).toBeVisible();
  });

  await test.step("and everything else of the room goes on", async () => {
    await page.goto(`/room/${room}/record`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText("opened").first()).toBeVisible();
  });
  close();
});
