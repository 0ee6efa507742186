import * as z from "zod";
import type { Accounts } from "#domain/account.ts";
import { personId } from "#domain/ids.ts";
import { ok, refuse } from "#domain/result.ts";
import type { Parts } from "./parts.ts";

const ticketContent = z.object({ person: personId, state: z.string(), record: z.string() });

/**
 * Changing the password: a login with the one of now and a registration of the next go side by side, so
 * that an open session alone cannot change it.
 */
export function createPassword(parts: Parts): Pick<Accounts, "startPassword" | "finishPassword"> {
  const { store, opaque, tickets, limits, sessions } = parts;
  return {
    startPassword: async ({ person }, input, { address }) => {
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
        ticket: tickets.issue("password", { person, state: login.state, record }),
        accountKey: account.byPassword,
      });
    },
    finishPassword: async (session, input, { address }) => {
      const content = tickets.read("password", ticketContent, input.ticket);
      if (content?.person !== session.person || !opaque.finishLogin(content.state, input.proof))
        return refuse("wrong-credentials");
      const password = { opaqueRecord: input.record, byPassword: input.byPassword };
      const ended = await store.changePassword(
        session.person,
        content.record,
        password,
        session.id,
      );
      const account = await store.byPerson(session.person);
      if (!ended || !account) return refuse("wrong-credentials");
      sessions.tellEnded(ended);
      await limits.succeeded(account.nameHash, address);
      return ok(null);
    },
  };
}
