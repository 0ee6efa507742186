import * as z from "zod";
import type { Accounts } from "#domain/account.ts";
import { personId } from "#domain/ids.ts";
import { ok, refuse } from "#domain/result.ts";
import type { Parts } from "./parts.ts";

/** The record is that of the password to be replaced: replacing it uses the ticket up. */
const ticketContent = z.object({
  person: personId,
  session: z.string(),
  state: z.string(),
  record: z.string(),
});

/**
 * New keys: a login with the password of now and a registration of the next one go side by side, as in
 * changing it. The one step in which everything is replaced is not ours alone: see server/new-keys.ts.
 */
export function createKeyChange(parts: Parts): Pick<Accounts, "startKeys" | "finishKeys"> {
  const { store, opaque, tickets, limits, sessions, newKeys } = parts;
  return {
    startKeys: async (session, input, { address }) => {
      if (!(await sessions.isConfirmed(session))) return refuse("confirm-again");
      const { person, id } = session;
      const account = await store.byPerson(person);
      if (!account) return refuse("bad-request");
      if (!(await limits.mayTry(account.nameHash, address))) return refuse("too-many");
      const record = account.opaqueRecord;
      const login = opaque.startLogin(account.nameHash, record, input.login);
      const response = opaque.register(account.nameHash, input.request);
      if (!login || response === null) return refuse("bad-request");
      return ok({
        login: login.response,
        response,
        ticket: tickets.issue("keys", { person, session: id, state: login.state, record }),
        accountKey: account.byPassword,
        identity: account.identity,
        wrapped: await newKeys.wrapped(person),
      });
    },
    finishKeys: async (session, input, { address }) => {
      if (!(await sessions.isConfirmed(session))) return refuse("confirm-again");
      const { person, id } = session;
      const content = tickets.read("keys", ticketContent, input.ticket);
      const own = content?.person === person && content.session === id;
      if (!own || !opaque.finishLogin(content.state, input.proof)) {
        return refuse("wrong-credentials");
      }
      // Its answer was lost on the way.
      if ((await store.byPerson(person))?.opaqueRecord === input.record) return ok(null);
      const rest = { kept: id, expected: content.record };
      const replaced = await newKeys.replace(person, input, rest);
      if (!replaced.ok) return replaced;
      sessions.tellEnded(replaced.value);
      const account = await store.byPerson(person);
      if (account) await limits.succeeded(account.nameHash, address);
      return ok(null);
    },
  };
}
