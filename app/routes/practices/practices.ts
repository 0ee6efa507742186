import { readPractices, type Practice } from "#domain/practices/practice.ts";
import { GUIDES } from "../room/guides.ts";

/** Our practices, in content/practices. A mistake in one fails the build's tests and the start. */
export const PRACTICES: readonly Practice[] = readPractices(
  import.meta.glob("/content/practices/*.md", { eager: true, import: "default" }),
  GUIDES,
);

export const practiceOf = (id: string | undefined): Practice | null =>
  PRACTICES.find((practice) => practice.id === id) ?? null;
