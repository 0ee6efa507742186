import { readFileSync, readdirSync } from "node:fs";
import { expect, type Locator } from "@playwright/test";
import * as z from "zod";
import { readPracticeFile } from "#server/setup/practice-files.ts";
import { press } from "./by-keyboard.ts";
import type { Person } from "./people.ts";

const front = z.looseObject({
  id: z.string(),
  title: z.string(),
  theme: z.string().nullable(),
  opens: z.array(
    z.looseObject({ kind: z.string(), guide: z.string().optional(), says: z.string() }),
  ),
});
type Front = z.output<typeof front>;

const FOLDER = "content/practices";

/** What the files say of the practices, for journeys that go through all of them. */
export const PRACTICES: readonly Front[] = readdirSync(FOLDER).map((name) =>
  front.parse(readPracticeFile(name, readFileSync(`${FOLDER}/${name}`, "utf8")).about),
);

export function practice(id: string): Front {
  const found = PRACTICES.find((one) => one.id === id);
  if (!found) throw new Error(`no such practice: ${id}`);
  return found;
}

const named = z.looseObject({ name: z.string() });

/** What is seen when it has opened: the guide's own name, the list, or the dialog in the room. */
function opened({ page }: Person, { kind, guide }: Front["opens"][number]): Locator {
  if (guide) {
    const text = readFileSync(`content/guides/${guide}.json`, "utf8");
    const { name } = named.parse(JSON.parse(text));
    return page.getByRole("heading", { name, level: 1, exact: true });
  }
  if (kind === "boundaries") return page.getByRole("heading", { name: "Boundaries", level: 1 });
  const titles: Record<string, string> = {
    plan: "Plan what we each will do",
    agreement: "Propose to write an agreement",
    question: "A question for us both",
  };
  return page.getByRole("dialog", { name: titles[kind] ?? kind });
}

/** By keyboard, from the page of a practice to the piece that it opens. With one room, at once. */
export async function openFrom(person: Person, one: Front, way = 0): Promise<void> {
  const opens = one.opens[way];
  if (!opens) throw new Error(`${one.id} has no way ${way}`);
  await press(person.page, person.page.getByRole("link", { name: opens.says, exact: true }));
  // The page of a practice has the name of its guide: only the address says that one has left it.
  await expect(person.page, `${one.id}: ${opens.says}`).toHaveURL(/\/room\//);
  await expect(opened(person, opens), `${one.id}: ${opens.says}`).toBeVisible();
}
