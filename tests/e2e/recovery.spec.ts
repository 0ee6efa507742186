import { canary } from "../support/canary.ts";
import { expectToldNowhere } from "../support/everywhere.ts";
import { pairUp, place, saved, signIn, toTheRoom } from "../support/in-the-room.ts";
import { expect, test } from "../support/journey.ts";
import { offerLetter, openLetter, writeLetter } from "../support/letters-between.ts";
import { keepWords, recover } from "../support/recovery.ts";

test("a name, twelve words and a new password bring everything back on a new device", async ({
  newPerson,
  newDevice,
  server,
}) => {
  const { ada, ben } = await pairUp(newPerson);
  const mine = canary("Not for anybody yet");
  const mineBody = canary("The harbour at six");
  const theirs = canary("What I saw");
  const theirsBody = canary("You stood at the gate");

  // The words come at the first save that matters, and go once two of them were typed back.
  await expect(ada.page.getByText("Keep your recovery words now.")).toBeHidden();
  await writeLetter(ada, mine, mineBody);
  await expect(ada.page.getByText("Keep your recovery words now.")).toBeVisible();
  await ada.page.getByRole("link", { name: "Show my words" }).click();
  const words = await keepWords(ada);
  // They go on where they were.
  await expect(ada.page.getByRole("textbox", { name: "Title" })).toHaveValue(mine);
  await toTheRoom(ada);
  await expect(place(ada.page, "Mine").getByText(mine)).toBeVisible();
  await expect(ada.page.getByText("Keep your recovery words now.")).toBeHidden();

  await writeLetter(ben, theirs, theirsBody);
  await offerLetter(ben);
  await openLetter(ada, theirs);
  await expect(ada.page.getByText(theirsBody)).toBeVisible();

  const elsewhere = await newDevice(ada);
  elsewhere.password = "seventeen apricots, halved";
  const { page } = elsewhere;
  await page.goto("/sign-in");
  await recover(elsewhere, words.toReversed());
  await expect(page.getByText(/^Name and words do not fit together/)).toBeVisible();
  await page.getByLabel("Your twelve words").fill(words.join(" "));
  await page.getByRole("button", { name: "Go on" }).click();
  const newWords = await keepWords(elsewhere);
  expect(newWords).not.toEqual(words);

  // Everything is there: the room, what I call the other, what I wrote and what I opened.
  await expect(page.getByRole("link", { name: "You and Ben" })).toBeVisible();
  await place(page, "Shared").getByRole("link", { name: "Read" }).click();
  await expect(page.getByRole("heading", { name: theirs })).toBeVisible();
  await expect(page.getByText(theirsBody)).toBeVisible();
  await page.getByRole("banner").getByRole("link", { name: "Room" }).click();
  await place(page, "Mine").getByRole("link", { name: "Keep writing" }).click();
  await expect(page.getByRole("textbox", { name: "Your letter" })).toContainText(mineBody);
  await page.getByRole("textbox", { name: "Your letter" }).press("Control+End");
  await page.keyboard.type(", and after.");
  await saved(page);

  // The old session is ended, and neither the old password nor the old words open anything.
  await expect(ada.page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(ada.page.locator("body")).not.toContainText(theirsBody);
  await signIn(ada);
  await expect(ada.page.getByText(/^Name and password do not fit together/)).toBeVisible();
  await recover(ada, words);
  await expect(ada.page.getByText(/^Name and words do not fit together/)).toBeVisible();

  // Whoever has locked and forgotten the password comes back in the same way.
  const before = elsewhere.password;
  await toTheRoom(elsewhere);
  await page.getByRole("button", { name: "Lock" }).click();
  elsewhere.password = "eleven quinces in a row";
  await recover(elsewhere, newWords);
  await keepWords(elsewhere);
  await expect(place(page, "Mine").getByRole("heading", { name: mine })).toBeVisible();

  await expectToldNowhere(
    [
      ...[mine, mineBody, theirs, theirsBody, ada.password, before, elsewhere.password],
      ...[words.join(" "), newWords.join(" "), words.slice(0, 3).join(" ")],
    ],
    { server, people: [ada, ben, elsewhere] },
  );
});
