import { useMemo } from "react";
import { useText } from "#client/hooks/use-text.ts";
import { lineOf, type Boundary } from "#client/pieces/boundaries-document.ts";
import type { BoundaryLine } from "#domain/pieces/boundaries.ts";

/** What a line would say if it were offered now, as it is typed; `null` while it says nothing. */
export function useMyLine(boundary: Boundary): BoundaryLine | null {
  const statement = useText(boundary.statement);
  const welcome = useText(boundary.welcome);
  const response = useText(boundary.response);
  return useMemo(
    () => lineOf(boundary),
    // The texts are the same objects whatever stands in them.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [boundary, statement, welcome, response],
  );
}
