import { useTranslation } from "react-i18next";
import { interfaceWords } from "#app/language/languages.ts";
import type { PieceEntry } from "#domain/index-schema.ts";
import type { Guide, Shelf } from "#domain/pieces/guides.ts";
import { GUIDES } from "../room/guides.ts";
import { MenuEntries, type MenuEntry } from "./menu-entries.tsx";

type BeginProps = {
  readonly begin: (kind: "letter" | "forgiveness", more?: Partial<PieceEntry>) => void;
  readonly pending: boolean;
};

/** "15 minutes, or three lines in 4." */
const time = ({ minutes }: Guide): string => {
  const t = interfaceWords("room-places");
  return minutes.short
    ? t("aboutAllMinutesOrThreeLines", { all: minutes.all, short: minutes.short })
    : t("aboutAllMinutes", { all: minutes.all });
};

const onShelf = (shelf: Shelf, { begin }: BeginProps): readonly MenuEntry[] =>
  GUIDES.filter((guide) => guide.shelf === shelf).map((guide) => ({
    label: guide.name,
    hint: `${guide.lead} ${time(guide)}`,
    act: () => begin(guide.kind, { form: guide.id }),
  }));

/** "Say how I feel": a letter in one's own words, or with questions that help. */
export function BeginLetter(props: BeginProps) {
  const { t } = useTranslation("room-places");
  const { begin, pending } = props;
  const own: MenuEntry = {
    label: t("aLetterInYourOwnWords"),
    hint: t("anEmptyPageItStaysYours"),
    act: () => begin("letter"),
  };
  return (
    <>
      <MenuEntries pending={pending} entries={[own, ...onShelf("say", props)]} />
      <MenuEntries
        pending={pending}
        title={t("toLookAtForYourselfFirst")}
        entries={onShelf("look-back", props)}
      />
      <MenuEntries
        pending={pending}
        title={t("notForAnybodyElse")}
        entries={onShelf("let-go", props)}
      />
    </>
  );
}

/** "Forgiveness": giving is there for who looks for it, and is not put before anybody. */
export function BeginForgivenessNote(props: BeginProps) {
  const { t } = useTranslation("room-places");
  return (
    <>
      <MenuEntries pending={props.pending} entries={onShelf("asking", props)} />
      <details>
        <summary className="min-h-target cursor-pointer py-2.5 text-s text-ink-soft">
          {t("iAmLookingForSomethingElse")}
        </summary>
        <MenuEntries pending={props.pending} entries={onShelf("giving", props)} />
      </details>
    </>
  );
}
