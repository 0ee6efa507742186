import type { Accounts, Sessions } from "#domain/account.ts";
import type { PersonId } from "#domain/ids.ts";
import type { Clock, Randomness } from "#domain/ports.ts";
import { ok, refuse } from "#domain/result.ts";
import type { NewKeys } from "../new-keys.ts";
import type { AccountStore } from "../store/accounts.ts";
import { createConfirmation } from "./confirmation.ts";
import { createKeyChange } from "./key-change.ts";
import { createLimits, USUAL_LIMITS, type LimitOptions } from "./limits.ts";
import { createLogin } from "./login.ts";
import { createOpaque } from "./opaque.ts";
import type { Parts } from "./parts.ts";
import { createPassword } from "./password.ts";
import { createRecovery } from "./recovery.ts";
import { createRegistration } from "./registration.ts";
import type { ServerSecrets } from "./secrets.ts";
import { createSessions } from "./sessions.ts";
import { createTickets } from "./tickets.ts";
import { viewOf } from "./views.ts";
import { createWords } from "./words.ts";

export type AccountsOptions = {
  readonly store: AccountStore;
  readonly secrets: ServerSecrets;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly limits?: LimitOptions;
  /** What else goes with an account that is deleted: its part in every room. */
  readonly depart?: (person: PersonId) => Promise<void>;
  /** Needed only where somebody makes new keys. */
  readonly newKeys?: NewKeys;
};

const NO_ROOMS: NewKeys = {
  wrapped: () => Promise.reject(new Error("there are no rooms here")),
  replace: () => Promise.reject(new Error("there are no rooms here")),
};

/** Everything about who people are. */
export async function createAccounts(options: AccountsOptions): Promise<{
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  /** Stops watching for sessions that lapse. */
  readonly close: () => void;
}> {
  const { store, secrets, clock, randomness } = options;
  const sessions = createSessions({ store, clock, randomness });
  const parts: Parts = {
    store,
    secrets,
    opaque: await createOpaque(secrets),
    tickets: createTickets(secrets.ticketKey, clock, randomness),
    limits: createLimits(options.limits ?? USUAL_LIMITS),
    sessions,
    randomness,
    clock,
    depart: options.depart ?? (async () => {}),
    newKeys: options.newKeys ?? NO_ROOMS,
  };
  const accounts: Accounts = {
    ...createRegistration(parts),
    ...createLogin(parts),
    ...createRecovery(parts),
    ...createPassword(parts),
    ...createWords(parts),
    ...createKeyChange(parts),
    ...createConfirmation(parts),
    account: async (person) => {
      const account = await store.byPerson(person);
      return account ? ok(viewOf(account)) : refuse("not-here");
    },
    replaceIndex: async (person, input) => {
      if (input.person !== person) return refuse("not-signed-in");
      const replaced = await store.replaceIndex(person, input.version, input.sealed);
      return replaced ? ok({ version: input.version + 1 }) : refuse("index-moved");
    },
  };
  return { accounts, sessions, close: sessions.close };
}
