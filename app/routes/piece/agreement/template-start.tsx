import { useTranslation } from "react-i18next";
import type { LineDocument } from "#client/pieces/line-document.ts";
import { useLines } from "#client/hooks/use-lines.ts";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { TEMPLATES, type TemplateTheme } from "#domain/pieces/templates.ts";

/** As long as nothing is written: the lines that such an agreement mostly has, to be filled in. */
export function TemplateStart({
  document,
  theme,
}: {
  document: LineDocument;
  theme: TemplateTheme;
}) {
  const { t } = useTranslation("piece-agreement");
  const { shown } = useLines(document);
  if (shown.length > 0) return null;
  const begin = () => {
    for (const { id } of TEMPLATES[theme])
      document.add(document.shown().at(-1)?.id, { prompt: id });
  };
  return (
    <Notice
      title={theme === "pause-plan" ? t("aPlanForWhenItGets") : t("aMapOfOneLoop")}
      actions={<Button onClick={begin}>{t("beginWithTheseLines")}</Button>}
    >
      <p>
        {theme === "pause-plan"
          ? t("bestWrittenOnACalmDay")
          : t("itDescribesWhatHappensBetweenYou")}
      </p>
      <ul className="mt-2 list-disc ps-5">
        {TEMPLATES[theme].map(({ id, asks }) => (
          <li key={id}>{asks}</li>
        ))}
      </ul>
    </Notice>
  );
}
