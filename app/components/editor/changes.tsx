import { createElement, Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { table } from "#app/language/table.ts";
import { wordDifference, type Run } from "#client/pieces/difference.ts";
import { isUnchanged, letterDifference } from "#client/pieces/letter-difference.ts";
import type { RunningText } from "#domain/pieces/letter.ts";
import "./editor.css";

export type ChangesProps = {
  /** The version that this reader opened. */
  readonly before: RunningText;
  readonly after: RunningText;
};

/** What changed from one version of a letter to the next, word by word. */
export function Changes({ before, after }: ChangesProps) {
  const { t } = useTranslation("editor");
  const changes = letterDifference(before, after);
  if (isUnchanged(changes)) return <p>{t("nothingHasChangedInTheWords")}</p>;
  return (
    <div className="letter changes">
      {changes.map(({ type, runs }, i) => (
        <p key={i} className={type === "paragraph" ? undefined : `changes-${type}`}>
          <Runs runs={runs} />
        </p>
      ))}
    </div>
  );
}

export type RewordingProps = { readonly before: string; readonly after: string };

/** New words for a line, with what differs from the old ones marked. */
export function Rewording({ before, after }: RewordingProps) {
  return (
    <span className="rewording">
      <Runs runs={wordDifference(before, after)} />
    </span>
  );
}

const TELLS = table("editor", { new: "new", gone: "gone", restyled: "inAnotherForm" });

/** Colour is never the only mark: what is gone is struck through, what is new is underlined. */
function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return (
    <>
      {runs.map((run, i) => (
        <Fragment key={i}>{marked(run)}</Fragment>
      ))}
    </>
  );
}

const TAGS = { new: "ins", gone: "del", restyled: "mark" } as const;

function marked({ text, change }: Run): ReactNode {
  if (change === "same") return text;
  // The space before and after a changed word is not drawn as changed.
  const [, before = "", words = text, after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  if (words === "") return text;
  const told = <span className="sr-only">{TELLS[change]}</span>;
  return (
    <>
      {before}
      {createElement(TAGS[change], null, told, words)}
      {after}
    </>
  );
}
