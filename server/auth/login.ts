import * as z from "zod";
import type { Accounts } from "#domain/account.ts";
import { browserFrom } from "#domain/browser.ts";
import { sameBytes, type Bytes } from "#domain/bytes.ts";
import { jsonBytes } from "#domain/json-bytes.ts";
import { ok, refuse } from "#domain/result.ts";
import { nameHashOf, sha256 } from "./names.ts";
import type { Parts } from "./parts.ts";
import { viewOf } from "./views.ts";

/** Of one length, whether or not the name exists: a ticket is sealed, but its length shows. */
const ticketContent = z.object({
  state: z.string(),
  nameHash: jsonBytes({ exactly: 32 }),
  recordHash: jsonBytes({ exactly: 32 }),
});

const hashOf = (record: string | null): Bytes => sha256(Buffer.from(record ?? ""));

const UNKNOWN = browserFrom(null);

/** Signing in by OPAQUE. A name that nobody has goes the same way as any other, to its end. */
export function createLogin(parts: Parts): Pick<Accounts, "startLogin" | "finishLogin"> {
  const { store, secrets, opaque, tickets, limits, sessions } = parts;
  return {
    startLogin: async ({ name, request }, { address }) => {
      const nameHash = nameHashOf(name, secrets);
      if (!(await limits.mayTry(nameHash, address))) return refuse("too-many");
      const record = (await store.proofsOf(nameHash))?.opaqueRecord ?? null;
      const started = opaque.startLogin(nameHash, record, request);
      if (!started) return refuse("bad-request");
      const content = z.encode(ticketContent, {
        state: started.state,
        nameHash,
        recordHash: hashOf(record),
      });
      return ok({ response: started.response, ticket: tickets.issue("login", content) });
    },
    finishLogin: async ({ ticket, proof, remember }, { address, browser = UNKNOWN }) => {
      const content = tickets.read("login", ticketContent, ticket);
      if (!content || !opaque.finishLogin(content.state, proof)) return refuse("wrong-credentials");
      const account = await store.byName(content.nameHash);
      // A password that has been replaced since the start lets nobody in.
      if (!account || !sameBytes(hashOf(account.opaqueRecord), content.recordHash))
        return refuse("wrong-credentials");
      const { row, begun } = await sessions.arrive(account.person, remember, browser);
      if (!(await store.addSession(row, account.opaqueRecord))) return refuse("wrong-credentials");
      if (row.arrival !== null) sessions.tellArrival(account.person);
      await limits.succeeded(content.nameHash, address);
      return ok({
        opened: { account: viewOf(account), accountKey: account.byPassword },
        begun,
      });
    },
  };
}
