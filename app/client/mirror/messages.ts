import type { Finding } from "./finding.ts";

export type ReadQuestion = { readonly id: number; readonly paragraphs: readonly string[] };
export type ReadAnswer = {
  readonly id: number;
  /** What was found, paragraph by paragraph; `null` when it could not be read. */
  readonly found: readonly (readonly Finding[])[] | null;
};
