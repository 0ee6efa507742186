import path from "node:path";
import Libsql from "libsql";
import { actOnRoom } from "#client/rooms/acts.ts";
import { must } from "../demo/person.ts";
import { expectAccessible } from "../support/accessible.ts";
import { canary } from "../support/canary.ts";
import { expectToldNowhere, storageOf } from "../support/everywhere.ts";
import { inBrowser } from "../support/from-node.ts";
import { viewOf } from "../support/in-node.ts";
import { signIn } from "../support/in-the-room.ts";
import { expect, test } from "../support/journey.ts";
import { agreeIn, offerIn, pairInNode, writeIn } from "../support/pair-in-node.ts";

test("an account that is deleted takes what is its own, and to the other it is a pause in every byte", async ({
  server,
  newPerson,
}) => {
  const draft = canary("Nobody shall find this");
  const kept = canary("What Ben has opened");
  const { ada, ben, room, close } = await pairInNode(server.origin);
  const alone = await writeIn(ada, "A draft", draft);
  const opened = await offerIn(ada, "Opened", kept);
  const { version } = await ben.open();
  const { piece: agreement, lines } = await agreeIn({ ada, ben }, "How we talk", ["Both signed"]);
  const [line] = lines;
  if (!line) throw new Error("there is a line");
  await ada.sign(agreement, line, "Both signed");
  await ben.sign(agreement, line, "Both signed");
  const unopened = await offerIn(ada, "Not opened", "Still in its envelope.");

  // What Ben sees in a real pause, to compare.
  must(await actOnRoom(ada.hand, room, { kind: "pause", minutes: null }));
  const inAPause = JSON.stringify(await viewOf(ben.hand, room));
  must(await actOnRoom(ada.hand, room, { kind: "resume" }));
  close();

  const ben1 = await inBrowser(newPerson, ben, `/room/${room}`);
  const ada1 = await inBrowser(newPerson, ada, "/settings");
  const { page } = ada1;
  const otherTab = await ada1.context.newPage();
  await otherTab.goto(`/room/${room}`);
  await expect(otherTab.getByRole("heading", { name: "Mine" })).toBeVisible();

  // What it does is said first, room by room, and how to save what is one's own.
  await page.getByRole("link", { name: "Delete my account" }).click();
  const about = page.getByRole("region", { name: "You and Ben" });
  await expect(about.getByText("3 pieces that you wrote alone are erased")).toBeVisible();
  await expect(about.getByText("2 of them stand offered.")).toBeVisible();
  await expect(about.getByText("One piece that you wrote together stays with Ben")).toBeVisible();
  await expect(
    about.getByText("Ben sees that the room is paused, as with any pause"),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: "Save everything of mine" })).toBeVisible();

  await expectAccessible(page, "deleting the account");

  // A word, and the password; a wrong one deletes nothing.
  const last = page.getByRole("button", { name: "Delete my account" });
  await last.click();
  await expect(page.getByText("Type the word delete, if that is what you want.")).toBeVisible();
  await page.getByLabel("Type the word").fill("delete");
  await last.click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Password").fill("not her password at all");
  await dialog.getByRole("button", { name: "Delete it now" }).click();
  await expect(dialog.getByText("That is not your password.")).toBeVisible();
  await dialog.getByLabel("Password").fill(ada1.password);
  await dialog.getByRole("button", { name: "Delete it now" }).click();
  await expect(page.getByRole("heading", { name: "Your account is deleted." })).toBeVisible();

  // On her device nothing is left, in no tab, and nobody comes in by her name.
  // But for how far pages were scrolled, which the router keeps for this tab.
  const left = (await storageOf(page)).filter(
    ({ where, text }) => where !== "history" && !text.startsWith("positions "),
  );
  expect(left).toEqual([{ where: "cookies", text: "" }]);
  expect(await ada1.context.cookies()).toEqual([]);
  await expect(otherTab.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.goto("/sign-in");
  await signIn(ada1);
  await expect(page.getByText(/^Name and password do not fit together/)).toBeVisible();

  // To Ben it is a pause and nothing else.
  await expect(ben1.page.getByText("This room is paused.")).toBeVisible();
  expect(JSON.stringify(await viewOf(ben.hand, room))).toBe(inAPause);
  await ben1.page.getByRole("link", { name: "Read" }).click();
  await expect(ben1.page.getByText(kept)).toBeVisible();

  // On the server there is nothing of hers but what the other's view and record rest on.
  const db = new Libsql(path.join(server.dataDirectory, "threshold.db"), { readonly: true });
  const rows = (sql: string) => db.prepare(sql).all() as Record<string, unknown>[];
  const her = ada.hand.keyring.person;
  const pieces = [alone, opened, unopened];
  const those = pieces.map((piece) => `'${piece}'`).join();
  expect(rows(`SELECT * FROM Session WHERE personId = '${her}'`)).toEqual([]);
  expect(
    rows(`SELECT sealed FROM Unlock WHERE personId = '${her}' AND length(sealed) > 0`),
  ).toEqual([]);
  expect(
    rows(`SELECT length(sealedIndex) AS "index", length(identity) AS identity, opaqueRecord
          FROM Person WHERE id = '${her}'`),
  ).toEqual([{ index: 0, identity: 0, opaqueRecord: "" }]);
  expect(rows(`SELECT sealedRoomKey FROM Member WHERE personId = '${her}'`)).toEqual([
    { sealedRoomKey: null },
  ]);
  expect(rows(`SELECT * FROM Invitation WHERE byId = '${her}'`)).toEqual([]);
  expect(rows(`SELECT * FROM Event WHERE scope = '${her}'`)).toEqual([]);
  for (const table of ["PieceKey", "Frame", "Stream"]) {
    expect(rows(`SELECT * FROM "${table}" WHERE pieceId IN (${those})`), table).toEqual([]);
  }
  expect(rows(`SELECT id FROM SealedVersion WHERE pieceId IN (${those})`)).toEqual([
    { id: version },
  ]);
  expect(rows(`SELECT id FROM Piece WHERE id = '${alone}'`)).toEqual([]);
  db.close();
  await expectToldNowhere([draft, kept], { server, people: [ada1] });
});
