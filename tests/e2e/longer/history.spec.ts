import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { RecordExport } from "#domain/consent/export.ts";
import { expectAccessible } from "../../support/accessible.ts";
import { addLine, line, openAgreement } from "../../support/agreements-between.ts";
import { canary } from "../../support/canary.ts";
import { expectToldNowhere } from "../../support/everywhere.ts";
import { roomOf, saved } from "../../support/in-the-room.ts";
import { expect, onePairForAll, test, type Person } from "../../support/journey.ts";
import { offerLetter, openLetter, writeLetter } from "../../support/letters-between.ts";

const pair = onePairForAll();

const CHECKED = /^Checked on this device/;

/** From the room to its record, once that has been checked. */
async function readRecord({ page }: Person): Promise<void> {
  await page.goto(`/room/${roomOf(page)}/record`);
  await expect(page.getByText(CHECKED)).toBeVisible();
}

/** What the record says, line by line, without the days. */
const linesOf = ({ page }: Person) => page.getByRole("main").getByRole("listitem");

/** Saves the record as a file, and gives the password if it is asked for; its content. */
async function saveRecord({ page, password }: Person, into: string): Promise<RecordExport> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as a file" }).click();
  const again = page.getByRole("dialog");
  if (await again.isVisible()) {
    await again.getByLabel("Password").fill(password);
    await again.getByRole("button", { name: "Go on" }).click();
  }
  await (await downloading).saveAs(into);
  return JSON.parse(readFileSync(into, "utf8")) as RecordExport;
}

/** `npm run verify -- FILE`, without npm in between. */
function verify(file: string) {
  const args = ["--import", "tsx", "server/verify/verify.ts", file];
  const { stdout, status } = spawnSync(process.execPath, args, { encoding: "utf8" });
  return { says: stdout, status };
}

test("both look back on what they did, each at their own quiet acts, and a file holds anywhere", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const [title, words] = [canary("The key under the pot"), canary("Wednesdays, message first")];
  await writeLetter(ada, title, "You can have it back.");
  await offerLetter(ada);
  await openLetter(ben, title);
  await ben.page.getByRole("button", { name: "Thank you" }).click();
  await expect(ben.page.getByText("You answered: “Thank you”")).toBeVisible();

  // The letter's own history, as its reader.
  await ben.page.getByRole("link", { name: "History" }).click();
  await expect(ben.page.getByRole("heading", { name: "History" })).toBeVisible();
  await expect(linesOf(ben)).toHaveText([
    /^Ada offered a version$/,
    /^You opened it · only you see this$/,
    /^You answered$/,
  ]);
  await ben.page.goto(`/room/${roomOf(ben.page)}`);

  await openAgreement(pair());
  await addLine(ada.page, 1, words);
  await saved(ada.page);
  await line(ada.page, 1).getByRole("button", { name: "Sign this line" }).click();
  await line(ben.page, 1).getByRole("button", { name: "Sign this line" }).click();
  await expect(line(ada.page, 1)).toContainText("Agreed");
  await ada.page.getByRole("link", { name: "History" }).first().click();
  await expect(linesOf(ada)).toContainText([
    "You proposed to write together",
    "Ben said yes to writing together",
    words,
    words,
  ]);

  for (const person of [ada, ben]) await readRecord(person);
  await expect(linesOf(ben).filter({ hasText: "only you see this" })).toHaveCount(1);
  await expect(linesOf(ada).filter({ hasText: "only you see this" })).toHaveCount(0);
  await expect(ada.page.getByText("opened", { exact: false })).toHaveCount(0);
  await expectAccessible(ada.page, "the record");

  const place = mkdtempSync(path.join(tmpdir(), "record-"));
  try {
    const file = path.join(place, "record.json");
    const hers = await saveRecord(ada, file);
    expect(hers.acts.map(({ what }) => what)).not.toContain("opened");
    const held = verify(file);
    expect(held.says).toContain("All of it holds.");
    expect(held.says).toContain(`Both signed exactly these words`);
    expect(held.says).toContain(words);
    expect(held.status).toBe(0);

    writeFileSync(file, readFileSync(file, "utf8").replace(words, "Wednesdays, no message"));
    expect(verify(file).says).toContain("These are not the words that both signed");
    const without = hers.acts.filter(({ what }) => what !== "answered");
    writeFileSync(file, JSON.stringify({ ...hers, acts: without }));
    const broken = verify(file);
    expect(broken.says).toContain("Ben: the chain of statements breaks at number 1.");
    expect(broken.status).toBe(1);
  } finally {
    rmSync(place, { recursive: true });
  }
  await expectToldNowhere([title, words], { server, people: [ada, ben] });
});

test("what the server makes up is left out, and the page says so", async () => {
  const { ada } = pair();
  await ada.page.route(/\/api\/record\//, async (route) => {
    const answer = await route.fetch();
    const record = (await answer.json()) as { acts: { what: string; by: string }[] };
    const acts = record.acts.map((act) =>
      act.what === "answered" ? { ...act, what: "told-opened" } : act,
    );
    await route.fulfill({ response: answer, json: { ...record, acts } });
  });
  await ada.page.goto(`/room/${roomOf(ada.page)}/record`);
  await expect(ada.page.getByText("Not all of this holds.")).toBeVisible();
  await expect(ada.page.getByText(/^One entry is left out here/)).toBeVisible();
  await expect(linesOf(ada).filter({ hasText: "told that it was opened" })).toHaveCount(0);
  // It may be asked for once more, for the room has been looked at meanwhile.
  await ada.page.unrouteAll({ behavior: "wait" });
});
