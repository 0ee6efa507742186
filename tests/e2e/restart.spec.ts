import { addLine, field, openAgreement } from "../support/agreements-between.ts";
import { kept, place, saved, signIn } from "../support/in-the-room.ts";
import { expect, onePairForAll, test, type Person } from "../support/journey.ts";

const pair = onePairForAll();
test.describe.configure({ mode: "serial" });

/** A number each, so that a word that is missing or doubled is seen. */
const WORDS = Array.from({ length: 30 }, (_, i) => `${i}`);

/** Writes word after word, one key press after the other. */
async function writeOn({ page }: Person, number: number): Promise<void> {
  await field(page, number).press("End");
  for (const word of WORDS) await page.keyboard.type(` ${word}`, { delay: 10 });
}

const text = `begins ${WORDS.join(" ")}`;

test("a server that is told to stop ends well, and the pages go on by themselves", async ({
  server,
}) => {
  const { ada, ben } = pair();
  await openAgreement(pair());
  await addLine(ada.page, 1, "begins");
  await addLine(ben.page, 2, "begins");
  for (const { page } of [ada, ben]) {
    await expect(field(page, 2)).toHaveValue("begins");
    await saved(page);
  }

  const writing = [writeOn(ada, 1), writeOn(ben, 2)];
  await expect(field(ben.page, 1)).toHaveValue(/ 3 /);
  const told = Date.now();
  expect(await server.stop()).toBe(0);
  // As long as Docker waits before it kills.
  expect(Date.now() - told, "milliseconds until it was gone").toBeLessThan(10_000);
  await Promise.all(writing);
  for (const { page } of [ada, ben]) await kept(page);

  await server.startAgain();
  for (const { page } of [ada, ben]) {
    await expect(field(page, 1)).toHaveValue(text, { timeout: 20_000 });
    await expect(field(page, 2)).toHaveValue(text);
    await saved(page);
  }
});

test("a server that is killed in the middle of writing loses nothing that was saved", async ({
  server,
  newDevice,
}) => {
  const { ada, ben } = pair();
  for (const { page } of [ada, ben]) {
    await field(page, 1).fill("begins");
    await saved(page);
  }
  await expect(field(ben.page, 1)).toHaveValue("begins");
  const rounds = process.env["ALL"] ? 5 : 1;
  for (let round = 1; round <= rounds; round++) {
    const saidBefore = `${"saved ".repeat(round)}`.trim();
    await field(ada.page, 2).fill(saidBefore);
    await saved(ada.page);
    const writing = writeOn(ben, 1);
    await expect(field(ada.page, 1)).toHaveValue(/ 3 /);
    await server.kill();
    await writing;
    await server.startAgain();

    // A device that knows nothing sees what the server kept: all that was said to be saved.
    const fresh = await newDevice(ada);
    await fresh.page.goto("/sign-in");
    await signIn(fresh);
    await place(fresh.page, "Shared").getByRole("link", { name: "Open" }).click();
    await expect(field(fresh.page, 2)).toHaveValue(saidBefore);
    for (const { page } of [ada, ben, fresh]) {
      await expect(field(page, 1)).toHaveValue(text, { timeout: 20_000 });
      await saved(page);
    }
    await fresh.context.close();
    await field(ben.page, 1).fill("begins");
    await expect(field(ada.page, 1)).toHaveValue("begins");
    await saved(ben.page);
  }
});
