import * as z from "zod";
import type { Accounts } from "#domain/account.ts";
import { personId } from "#domain/ids.ts";
import { jsonBytes } from "#domain/json-bytes.ts";
import { ok, refuse } from "#domain/result.ts";
import type { Parts } from "./parts.ts";

/** The hash is that of the words to be replaced: replacing them uses the ticket up. */
const ticketContent = z.object({
  person: personId,
  session: z.string(),
  state: z.string(),
  recoveryHash: jsonBytes({ exactly: 32 }),
});

/**
 * New recovery words for somebody who is signed in: a login with the password of now, which opens the
 * account key on the device, so that an open session alone cannot replace them. Password and sessions
 * stay.
 */
export function createWords(parts: Parts): Pick<Accounts, "startWords" | "finishWords"> {
  const { store, opaque, tickets, limits, sessions } = parts;
  return {
    startWords: async ({ person, id }, { request }, { address }) => {
      const account = await store.byPerson(person);
      if (!account) return refuse("bad-request");
      if (!(await limits.mayTry(account.nameHash, address))) return refuse("too-many");
      const started = opaque.startLogin(account.nameHash, account.opaqueRecord, request);
      if (!started) return refuse("bad-request");
      const content = { person, session: id, state: started.state };
      const { recoveryHash } = account;
      return ok({
        response: started.response,
        ticket: tickets.issue("words", z.encode(ticketContent, { ...content, recoveryHash })),
        accountKey: account.byPassword,
      });
    },
    finishWords: async (session, { ticket, proof, byWords, recoveryHash, index }, { address }) => {
      const { person, id } = session;
      const content = tickets.read("words", ticketContent, ticket);
      const own = content?.person === person && content.session === id;
      if (!own || !opaque.finishLogin(content.state, proof)) return refuse("wrong-credentials");
      const words = { recoveryHash, byWords, index };
      if (!(await store.changeWords(person, content.recoveryHash, words))) {
        return refuse("index-moved");
      }
      await sessions.confirm(session);
      const account = await store.byPerson(person);
      if (account) await limits.succeeded(account.nameHash, address);
      return ok({ version: index.version + 1 });
    },
  };
}
