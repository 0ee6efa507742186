/**
 * Outcomes as values. A refusal is an expected "no" with a stable code, never an exception;
 * exceptions are left for faults that nobody can answer.
 */
export type Refusal<Code extends string = string> = { readonly code: Code };

export type Result<T, Code extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refuse = <Code extends string>(
  code: Code,
): { readonly ok: false; readonly refusal: Refusal<Code> } => ({ ok: false, refusal: { code } });

/** For the `default` of an exhaustive switch: a new variant does not compile until it is handled. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${String(value)}`);
}
