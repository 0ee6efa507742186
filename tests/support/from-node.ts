import type { DemoPerson } from "../demo/person.ts";
import { signIn } from "./in-the-room.ts";
import type { People, Person } from "./people.ts";

/** A browser for somebody who made their account, and whatever lies behind them, in Node. */
export async function inBrowser(
  open: People["open"],
  who: Pick<DemoPerson, "name" | "password">,
  to: string,
): Promise<Person> {
  const person = await open(who.name.replace(/-.*/, ""));
  person.name = who.name;
  person.password = who.password;
  await person.page.goto(`/sign-in?next=${encodeURIComponent(to)}`);
  await signIn(person);
  await person.page.waitForURL(`**${to}`);
  return person;
}
