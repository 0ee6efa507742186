import type { AccountView } from "#domain/account.ts";
import type { StoredAccount } from "../store/accounts.ts";

/** What the owner's devices get of a stored account: nothing that signs anybody in. */
export const viewOf = (account: StoredAccount): AccountView => ({
  person: account.person,
  signingKey: account.signingKey,
  boxKey: account.boxKey,
  identity: account.identity,
  index: account.index,
});
