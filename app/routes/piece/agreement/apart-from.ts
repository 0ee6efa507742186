import type { Line } from "#client/pieces/line-document.ts";
import type { OpenedLine } from "#client/rooms/together.ts";
import { RETIRED } from "#domain/pieces/agreement.ts";

/** What was signed and does not stand among these lines, where nobody could see it or take it back. */
export function apartFrom(
  shown: readonly Pick<Line, "id" | "heading">[],
  signed: readonly OpenedLine[],
): Readonly<Record<"agreed" | "pending" | "retired", readonly OpenedLine[]>> {
  const isRetired = ({ standing }: OpenedLine) => standing?.words === RETIRED;
  const apart = signed.filter(
    (one) => !isRetired(one) && !shown.some(({ id, heading }) => !heading && id === one.line),
  );
  return {
    agreed: apart.filter(({ standing }) => standing !== null),
    pending: apart.filter(({ standing }) => standing === null),
    retired: signed.filter(isRetired),
  };
}
