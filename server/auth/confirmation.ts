import * as z from "zod";
import type { Accounts } from "#domain/account.ts";
import { personId } from "#domain/ids.ts";
import { ok, refuse } from "#domain/result.ts";
import type { Parts } from "./parts.ts";

const ticketContent = z.object({ person: personId, session: z.string(), state: z.string() });

/** The password of now, given once more: a login within a session, which begins no other. */
export function createConfirmation(
  parts: Parts,
): Pick<Accounts, "startConfirm" | "finishConfirm" | "deleteAccount"> {
  const { store, opaque, tickets, limits, sessions, depart, clock } = parts;
  return {
    startConfirm: async ({ person, id }, { request }, { address }) => {
      const account = await store.byPerson(person);
      if (!account) return refuse("bad-request");
      if (!(await limits.mayTry(account.nameHash, address))) return refuse("too-many");
      const started = opaque.startLogin(account.nameHash, account.opaqueRecord, request);
      if (!started) return refuse("bad-request");
      const { response, state } = started;
      return ok({ response, ticket: tickets.issue("confirm", { person, session: id, state }) });
    },
    finishConfirm: async (session, { ticket, proof }, { address }) => {
      const content = tickets.read("confirm", ticketContent, ticket);
      const own = content?.person === session.person && content.session === session.id;
      if (!own || !opaque.finishLogin(content.state, proof)) return refuse("wrong-credentials");
      await sessions.confirm(session);
      const account = await store.byPerson(session.person);
      if (account) await limits.succeeded(account.nameHash, address);
      return ok(null);
    },
    deleteAccount: async (session) => {
      if (!(await sessions.isConfirmed(session))) return refuse("confirm-again");
      // The rooms first: if anything fails between the two, it can be done again.
      await depart(session.person);
      sessions.tellEnded(await store.erase(session.person, clock.now()));
      return ok(null);
    },
  };
}
