import { useEffect, useId, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useOwnPiece } from "#client/hooks/use-own-piece.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { isNewer, letterDocument, retitle } from "#client/pieces/letter-document.ts";
import { note } from "#client/rooms/own-pieces.ts";
import type { OpenPiece, PieceSnapshot } from "#client/sync/open-piece.ts";
import { Button } from "#components/button.tsx";
import { Dialog } from "#components/dialog.tsx";
import { Field } from "#components/field.tsx";
import { Notice } from "#components/notice.tsx";
import { Status } from "#components/status.tsx";
import { MAX_TITLE } from "#domain/pieces/letter.ts";
import type { PieceKind } from "#domain/pieces/kinds.ts";
import { normaliseWords } from "#domain/pieces/words.ts";
import type { WrittenView } from "#domain/piece-view.ts";
import { sorry, titleOr } from "./words.ts";

type Named = {
  readonly view: WrittenView;
  readonly kind: PieceKind;
  /** What it is called now. */
  readonly title: string;
};
type Opened = { readonly piece: OpenPiece; readonly snapshot: PieceSnapshot };

/** Gives a piece of mine another title, or, where its kind has none, a name that only I see. */
export function RenamePiece({
  opened,
  ...named
}: Named & {
  /** The piece, on a page that has it open already. */
  opened?: Opened | null;
}) {
  const { t } = useTranslation("room");
  const [open, setOpen] = useState(false);
  const { kind, title } = named;
  const hasTitle = kind === "letter" || kind === "forgiveness";
  /** On a phone: the menu that the button stands in, which is done with too. */
  const menu = useRef<HTMLElement | null>(null);
  const close = () => setOpen(false);
  useEffect(() => {
    if (open || !menu.current?.matches(":popover-open")) return;
    const { id } = menu.current;
    menu.current.hidePopover();
    document.querySelector<HTMLElement>(`[popovertarget="${id}"]`)?.focus();
  }, [open]);
  const part = { ...named, onDone: close };
  return (
    <>
      <Button
        look="quiet"
        onClick={(event) => {
          menu.current = event.currentTarget.closest<HTMLElement>("[popover]");
          setOpen(true);
        }}
      >
        {t("rename")}
      </Button>
      <Dialog open={open} onClose={close} title={t("renameTitle", { title: titleOr(title, kind) })}>
        {!hasTitle ? (
          <OwnName {...part} />
        ) : opened === undefined ? (
          <OpenedTitle {...part} />
        ) : (
          <Title {...part} opened={opened} />
        )}
      </Dialog>
    </>
  );
}

type Part = Named & { onDone: () => void };

/** The title is a part of the piece, which is opened for it. */
function OpenedTitle(part: Part) {
  const { t } = useTranslation("room");
  const { refused, opened } = useOwnPiece(part.view);
  if (refused) return <Notice tone="alarm">{t("thisPieceDoesNotOpenWith")}</Notice>;
  return <Title {...part} opened={opened} />;
}

/** It is changed there, as on its own page. */
function Title({ opened, ...part }: Part & { opened: Opened | null }) {
  const { t } = useTranslation("room");
  if (!opened?.snapshot.ready) return <Status>{t("opening")}</Status>;
  const document = letterDocument(opened.snapshot.doc);
  if (isNewer(document)) {
    return <Notice>{t("youWroteInItWithA")}</Notice>;
  }
  return (
    <Name
      {...part}
      now={document.title.toString()}
      hint={t("ifYouOfferItThisIs")}
      keep={async (title) => {
        retitle(document, title);
        await opened.piece.flush();
      }}
    />
  );
}

const OwnName = (part: Part) => {
  const { t } = useTranslation("room");
  return (
    <Name {...part} now={part.title} hint={t("onlyYouSeeItInThis")} keep={async () => undefined} />
  );
};

function Name({
  view: { piece },
  kind,
  now,
  hint,
  keep,
  onDone,
}: Part & {
  now: string;
  hint: string;
  keep: (title: string) => Promise<void>;
}) {
  const { t } = useTranslation("room");
  const { hand, room } = useInRoom();
  const id = useId();
  const [name, setName] = useState(now);
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const title = normaliseWords(name).slice(0, MAX_TITLE);
    await keep(title);
    const noted = await note(hand.keyring, piece, { kind, title, room });
    if (noted.ok) return onDone();
    setPending(false);
    setTrouble(sorry(noted.refusal.code));
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      <Field
        id={id}
        label={t("itsName")}
        hint={hint}
        errors={trouble ? [trouble] : null}
        autoComplete="off"
        maxLength={MAX_TITLE}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className="mt-5 flex flex-wrap gap-2.5">
        <Button type="submit" pending={pending}>
          {t("keepThisName")}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t("leaveItAsItIs")}
        </Button>
      </div>
    </form>
  );
}
