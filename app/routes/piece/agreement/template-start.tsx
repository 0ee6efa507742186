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
  const { shown } = useLines(document);
  if (shown.length > 0) return null;
  const begin = () => {
    for (const { id } of TEMPLATES[theme])
      document.add(document.shown().at(-1)?.id, { prompt: id });
  };
  return (
    <Notice
      title={theme === "pause-plan" ? "A plan for when it gets too much" : "A map of one loop"}
      actions={<Button onClick={begin}>Begin with these lines</Button>}
    >
      <p>
        {theme === "pause-plan"
          ? "Best written on a calm day. You can leave lines out, and add your own."
          : "It describes what happens between you, with nobody at fault. You can leave lines out, and add your own."}
      </p>
      <ul className="mt-2 list-disc ps-5">
        {TEMPLATES[theme].map(({ id, asks }) => (
          <li key={id}>{asks}</li>
        ))}
      </ul>
    </Notice>
  );
}
