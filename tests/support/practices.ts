import { readFileSync, readdirSync } from "node:fs";
import { expect, type Locator } from "@playwright/test";
import { readGuides, type Guide, type GuideField } from "#domain/pieces/guides.ts";
import { readPractices, type Opens, type Practice } from "#domain/practices/practice.ts";
import { readPracticeFile } from "#server/setup/practice-files.ts";
import { press } from "./by-keyboard.ts";
import type { Person } from "./people.ts";

/** What the files say of practices and guides, for journeys that go through them. */

function filesIn(folder: string, read: (path: string, text: string) => unknown) {
  const paths = readdirSync(folder).map((name) => `${folder}/${name}`);
  return Object.fromEntries(paths.map((path) => [path, read(path, readFileSync(path, "utf8"))]));
}

const asJson = (_path: string, text: string): unknown => JSON.parse(text);

const { guides } = readGuides(filesIn("content/guides", asJson), filesIn("content/words", asJson));

/** In the order of the walk, then those beside it. */
export const PRACTICES: readonly Practice[] = readPractices(
  filesIn("content/practices", readPracticeFile),
  guides,
);

export function practice(id: string): Practice {
  const found = PRACTICES.find((one) => one.id === id);
  if (!found) throw new Error(`no such practice: ${id}`);
  return found;
}

function guideOf(id: string): Guide {
  const found = guides.find((one) => one.id === id);
  if (!found) throw new Error(`no such guide: ${id}`);
  return found;
}

/** What a guide asks, in its order. */
export const fieldsOf = (guide: string): readonly GuideField[] => guideOf(guide).fields;

const DIALOGS = {
  plan: "Plan what we each will do",
  agreement: "Propose to write an agreement",
  question: "A question for us both",
};

/** What is seen when it has opened: the guide's own name, the list, or the dialog in the room. */
function opened({ page }: Person, opens: Opens): Locator {
  switch (opens.kind) {
    case "letter":
    case "forgiveness":
      return page.getByRole("heading", { name: guideOf(opens.guide).name, level: 1, exact: true });
    case "boundaries":
      return page.getByRole("heading", { name: "Boundaries", level: 1 });
    case "plan":
    case "agreement":
    case "question":
      return page.getByRole("dialog", { name: DIALOGS[opens.kind] });
  }
}

/** By keyboard, from the page of a practice to the piece that it opens. With one room, at once. */
export async function openFrom(person: Person, one: Practice, way = 0): Promise<void> {
  const opens = one.opens[way];
  if (!opens) throw new Error(`${one.id} has no way ${way}`);
  await press(person.page, person.page.getByRole("link", { name: opens.says, exact: true }));
  // The page of a practice has the name of its guide: only the address says that one has left it.
  await expect(person.page, `${one.id}: ${opens.says}`).toHaveURL(/\/room\//);
  await expect(opened(person, opens), `${one.id}: ${opens.says}`).toBeVisible();
}
