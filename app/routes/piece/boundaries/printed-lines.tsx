import { useTranslation } from "react-i18next";
import type { MyLine } from "#client/hooks/use-boundaries.ts";
import { ReadLine } from "./read-line.tsx";

/** My list to be read, on paper or where it cannot be changed. */
export function PrintedLines({ mine }: { mine: readonly MyLine[] }) {
  const { t } = useTranslation("piece-boundaries");
  return (
    <ul className="boundaries" aria-label={t("yourList")}>
      {mine.map(
        ({ id, line }) =>
          line && (
            <li key={id}>
              <ReadLine line={line} />
            </li>
          ),
      )}
    </ul>
  );
}
