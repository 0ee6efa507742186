import { Link } from "@remix-run/react";
import { useMemo } from "react";
import { Trans, useTranslation } from "react-i18next";
import type { BoundaryLine } from "#domain/pieces/boundaries.ts";
import { carefulWordsIn } from "#domain/pieces/careful-words.ts";
import { CAREFUL_OF } from "./words.ts";

/**
 * Beside a line by which one could come to watch over the other: the same words for who wrote it and
 * for who reads it. It stops nobody.
 */
export function CarefulNotice({
  line,
}: {
  line: Pick<BoundaryLine, "statement" | "welcome" | "response">;
}) {
  const { t } = useTranslation("piece-boundaries");
  const { statement, welcome, response } = line;
  const found = useMemo(
    () => carefulWordsIn(`${statement}. ${welcome}. ${response}`),
    [statement, welcome, response],
  );
  if (found.length === 0) return null;
  return (
    <p className="mt-3 max-w-measure border-s-3 border-edge ps-4 text-s text-ink-soft">
      <Trans
        t={t}
        i18nKey="thisLineSpeaksOfInalistNobody"
        values={{ inAList: inAList(found.map((what) => CAREFUL_OF[what])) }}
        components={{
          span: <span className="print:hidden" />,
          a: <Link className="link" to="/help" />,
        }}
      />
    </p>
  );
}

const inAList = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
