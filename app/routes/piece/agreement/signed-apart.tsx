import { useLines } from "#client/hooks/use-lines.ts";
import type { LineDocument } from "#client/pieces/line-document.ts";
import type { OpenedLine } from "#client/rooms/together.ts";
import { Seam } from "#components/seam.tsx";

/**
 * Agreed lines that the document does not show any more. Their words are in the record of what both
 * signed, so nothing that one of the two does to the document takes them away.
 */
export function SignedApart({
  document,
  signed,
}: {
  document: LineDocument;
  signed: readonly OpenedLine[];
}) {
  const { shown } = useLines(document);
  const apart = signed.filter(
    ({ line, standing }) => standing && !shown.some((one) => one.id === line),
  );
  if (apart.length === 0) return null;
  return (
    <section aria-labelledby="apart" className="mt-8">
      <h2 id="apart" className="text-l">
        Agreed, and still standing
      </h2>
      <ul>
        {apart.map(({ line, standing }) => (
          <li key={line} className="agreement-line">
            <p className="agreed-words">
              {standing?.words ?? "These words cannot be read on this device."}
            </p>
            <div className="signatures">
              <Seam />
              <p>You both signed</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
