import type { PieceEntry } from "#domain/index-schema.ts";
import type { Guide, Shelf } from "#domain/pieces/guides.ts";
import { GUIDES } from "../room/guides.ts";
import { MenuEntries, type MenuEntry } from "./menu-entries.tsx";

type BeginProps = {
  readonly begin: (kind: "letter" | "forgiveness", more?: Partial<PieceEntry>) => void;
  readonly pending: boolean;
};

/** "15 minutes, or three lines in 4." */
const time = ({ minutes }: Guide): string =>
  minutes.short
    ? `About ${minutes.all} minutes, or three lines in ${minutes.short}.`
    : `About ${minutes.all} minutes.`;

const onShelf = (shelf: Shelf, { begin }: BeginProps): readonly MenuEntry[] =>
  GUIDES.filter((guide) => guide.shelf === shelf).map((guide) => ({
    label: guide.name,
    hint: `${guide.lead} ${time(guide)}`,
    act: () => begin(guide.kind, { form: guide.id }),
  }));

/** "Say how I feel": a letter in one's own words, or with questions that help. */
export function BeginLetter(props: BeginProps) {
  const { begin, pending } = props;
  const own: MenuEntry = {
    label: "A letter in your own words",
    hint: "An empty page. It stays yours until you offer it.",
    act: () => begin("letter"),
  };
  return (
    <>
      <MenuEntries pending={pending} entries={[own, ...onShelf("say", props)]} />
      <MenuEntries
        pending={pending}
        title="To look at for yourself first"
        entries={onShelf("look-back", props)}
      />
      <MenuEntries
        pending={pending}
        title="Not for anybody else"
        entries={onShelf("let-go", props)}
      />
    </>
  );
}

/** "Forgiveness": giving is there for who looks for it, and is not put before anybody. */
export function BeginForgivenessNote(props: BeginProps) {
  return (
    <>
      <MenuEntries pending={props.pending} entries={onShelf("asking", props)} />
      <details>
        <summary className="min-h-target cursor-pointer py-2.5 text-s text-ink-soft">
          I am looking for something else
        </summary>
        <MenuEntries pending={props.pending} entries={onShelf("giving", props)} />
      </details>
    </>
  );
}
