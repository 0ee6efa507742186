import type { SecretsCalls } from "./secrets-worker.ts";

/** What goes to the worker and comes back. */
export type WorkerQuestion = {
  readonly id: number;
  readonly name: keyof SecretsCalls;
  readonly input: unknown;
};

export type WorkerAnswer =
  | { readonly id: number; readonly ok: true; readonly output: unknown }
  | { readonly id: number; readonly ok: false; readonly fault: string };
