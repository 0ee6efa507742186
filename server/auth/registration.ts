import * as z from "zod";
import { signInName, type Accounts } from "#domain/account.ts";
import { ok, refuse } from "#domain/result.ts";
import { nameHashOf, nameWithDigits } from "./names.ts";
import type { Parts } from "./parts.ts";
import { viewOf } from "./views.ts";

/** With half of a word's digits given away, this often in vain is one time in a million. */
const TRIES = 20;

const ticketContent = z.object({ name: signInName });

/** New accounts. The digits are random and the server's, so that signing up tells nobody who is here. */
export function createRegistration(
  parts: Parts,
): Pick<Accounts, "startRegistration" | "finishRegistration"> {
  const { store, secrets, opaque, tickets, limits, sessions, randomness } = parts;

  async function freeName(word: string) {
    for (let i = 0; i < TRIES; i++) {
      const name = nameWithDigits(word, randomness);
      if (!(await store.isNameTaken(nameHashOf(name, secrets)))) return name;
    }
    return null;
  }

  return {
    startRegistration: async ({ word, request }, { address }) => {
      if (!(await limits.mayRegister(address))) return refuse("too-many");
      const name = await freeName(word);
      if (name === null) return refuse("word-full");
      const response = opaque.register(nameHashOf(name, secrets), request);
      if (response === null) return refuse("bad-request");
      return ok({ name, response, ticket: tickets.issue("registration", { name }) });
    },
    finishRegistration: async (input) => {
      const ticket = tickets.read("registration", ticketContent, input.ticket);
      if (!ticket) return refuse("expired");
      const account = {
        person: input.person,
        nameHash: nameHashOf(ticket.name, secrets),
        opaqueRecord: input.record,
        signingKey: input.signingKey,
        boxKey: input.boxKey,
        identity: input.identity,
        recoveryHash: input.recoveryHash,
        byPassword: input.byPassword,
        byWords: input.byWords,
        index: { version: 0, sealed: input.index },
      };
      const { row, begun } = sessions.begin(input.person, input.remember);
      if (!(await store.create(account, row))) return refuse("expired");
      return ok({ account: viewOf(account), begun });
    },
  };
}
