import { timingSafeEqual } from "node:crypto";
import * as z from "zod";
import type { Accounts } from "#domain/account.ts";
import { sameBytes } from "#domain/bytes.ts";
import { personId } from "#domain/ids.ts";
import { jsonBytes } from "#domain/json-bytes.ts";
import { ok, refuse } from "#domain/result.ts";
import { fakeRecoveryHash, nameHashOf, sha256 } from "./names.ts";
import type { Parts } from "./parts.ts";
import { viewOf } from "./views.ts";

/** The hash is that of the words which were proven; using the ticket replaces it, so it works once. */
const ticketContent = z.object({
  person: personId,
  nameHash: jsonBytes({ exactly: 32 }),
  recoveryHash: jsonBytes({ exactly: 32 }),
});

/** Coming back by recovery words. For a name that nobody has, a hash that no words have is compared. */
export function createRecovery(parts: Parts): Pick<Accounts, "startRecovery" | "finishRecovery"> {
  const { store, secrets, opaque, tickets, limits, sessions } = parts;
  return {
    startRecovery: async ({ name, proof, request }, { address }) => {
      const nameHash = nameHashOf(name, secrets);
      if (!(await limits.mayTry(nameHash, address))) return refuse("too-many");
      const known = await store.proofsOf(nameHash);
      const fake = fakeRecoveryHash(nameHash, secrets);
      const expected = known?.recoveryHash ?? fake;
      const response = opaque.register(nameHash, request);
      if (response === null) return refuse("bad-request");
      const proven = timingSafeEqual(sha256(proof), expected);
      const account = proven && known ? await store.byName(nameHash) : null;
      // Words that were replaced meanwhile are not the account's any more.
      if (!account || !sameBytes(account.recoveryHash, expected))
        return refuse("wrong-credentials");
      const content = z.encode(ticketContent, {
        person: account.person,
        nameHash,
        recoveryHash: account.recoveryHash,
      });
      return ok({
        response,
        ticket: tickets.issue("recovery", content),
        account: viewOf(account),
        accountKey: account.byWords,
      });
    },
    finishRecovery: async (input, { address }) => {
      const content = tickets.read("recovery", ticketContent, input.ticket);
      if (!content) return refuse("expired");
      const { row, begun } = sessions.begin(content.person, input.remember);
      const renewal = {
        opaqueRecord: input.record,
        recoveryHash: input.recoveryHash,
        byPassword: input.byPassword,
        byWords: input.byWords,
        index: input.index,
      };
      const ended = await store.renew(content.person, content.recoveryHash, renewal, row);
      if (!ended) return refuse("expired");
      sessions.tellEnded(ended);
      await limits.succeeded(content.nameHash, address);
      return ok({ begun });
    },
  };
}
