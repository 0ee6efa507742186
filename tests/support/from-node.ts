import type { DemoPerson } from "../demo/person.ts";
import { liveConnection, signIn } from "./in-the-room.ts";
import type { People, Person } from "./people.ts";

/**
 * A browser for somebody who made their account, and whatever lies behind them, in Node. It is signed in,
 * stands at `to`, and would be told of anything.
 */
export async function inBrowser(
  open: People["open"],
  who: Pick<DemoPerson, "name" | "password">,
  to: string,
): Promise<Person> {
  const person = await open(who.name.replace(/-.*/, ""));
  person.name = who.name;
  person.password = who.password;
  await person.page.goto(`/sign-in?next=${encodeURIComponent(to)}`);
  const live = liveConnection(person);
  await signIn(person);
  await person.page.waitForURL(`**${to}`);
  await live;
  return person;
}
