import { interfaceWords } from "#app/language/languages.ts";
import { table } from "#app/language/table.ts";
import type { Practice } from "#domain/practices/practice.ts";

export const WITH = table("practices", {
  alone: "alone",
  together: "together",
  paired: "paired",
});

export const SURELY = table("practices", {
  good: "sureGood",
  some: "sureSome",
  weak: "sureWeak",
  none: "sureNone",
});

const DEPTH = table("practices", { d1: "depth1", d2: "depth2", d3: "depth3" });

/** "About 20 minutes", "Alone", "Nearer". */
export function factsOf({ minutes, with: whom, depth }: Practice): readonly string[] {
  return [sayMinutes(minutes), WITH[whom], DEPTH[`d${depth}`]];
}

export function sayMinutes(count: number): string {
  const t = interfaceWords("practices");
  return `${t("minutes", { count })}`;
}
