import type { Bytes } from "./bytes.ts";

/** What the domain and the services need from outside; `server/` fulfils them, tests replace them. */

/** Milliseconds since 1970. */
export type Clock = { readonly now: () => number };

/** Bytes that nobody can guess. */
export type Randomness = { readonly bytes: (length: number) => Bytes };
