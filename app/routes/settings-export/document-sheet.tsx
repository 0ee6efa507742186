import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Dot, type Person } from "#components/dot.tsx";
import type { Content, WrittenPiece } from "#domain/own-data.ts";
import { Written } from "./document-content.tsx";
import { atTime, MISSING } from "./document-words.ts";

/** What the other is called in a room. */
export type Called = { readonly petname: string };

/** A piece of a room, as one sheet of the exported page. */
export function Sheet({
  people,
  over,
  title,
  children,
}: {
  people: readonly Person[];
  over: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <article className="sheet">
      <p className="over">
        {people.map((person) => (
          <Dot key={person} person={person} />
        ))}
        <span>{over}</span>
      </p>
      <h4>{title}</h4>
      {children}
    </article>
  );
}

export const Missing = ({ why }: { why: WrittenPiece["missing"] }) =>
  why && <p className="missing">{MISSING[why]}</p>;

export const Body = ({ content }: { content: Content | null }) =>
  content && <Written content={content} />;

/** Words that one device could not send. */
export function KeptAside({ copies }: { copies: WrittenPiece["keptAside"] }) {
  const { t } = useTranslation("settings-export");
  return copies.map((words, place) => (
    <div key={place} className="version">
      <p className="soft">{t("keptAsideOnOneDeviceBecause")}</p>
      <p className="line">{words}</p>
    </div>
  ));
}

/** What stood there before, as one device kept it. */
export function Earlier({ moments }: { moments: WrittenPiece["earlier"] }) {
  const { t } = useTranslation("settings-export");
  return moments.map(({ at, words }, place) => (
    <div key={place} className="version">
      <p className="soft">{t("whatStoodHereAttime", { atTime: atTime(at) })}</p>
      <p className="line">{words}</p>
    </div>
  ));
}
