import { useId, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useOwnPiece } from "#client/hooks/use-own-piece.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { isNewer, letterDocument, retitle } from "#client/pieces/letter-document.ts";
import type { MineCard } from "#client/rooms/cards.ts";
import { note } from "#client/rooms/own-pieces.ts";
import { Button } from "#components/button.tsx";
import { Dialog } from "#components/dialog.tsx";
import { Field } from "#components/field.tsx";
import { Notice } from "#components/notice.tsx";
import { Status } from "#components/status.tsx";
import { MAX_TITLE } from "#domain/pieces/letter.ts";
import { normaliseWords } from "#domain/pieces/words.ts";
import { sorry, titleOr } from "../room/words.ts";

/** Gives a piece of mine another title, or, where its kind has none, a name that only I see. */
export function RenamePiece({ card }: { card: MineCard }) {
  const { t } = useTranslation("room-places");
  const [open, setOpen] = useState(false);
  const hasTitle = card.kind === "letter" || card.kind === "forgiveness";
  const close = () => setOpen(false);
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {t("rename")}
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={t("renameTitle", { title: titleOr(card.title, card.kind) })}
      >
        {hasTitle ? <Title card={card} onDone={close} /> : <OwnName card={card} onDone={close} />}
      </Dialog>
    </>
  );
}

type Part = { card: MineCard; onDone: () => void };

/** The title is a part of the piece: it is changed there, as on its own page. */
function Title({ card, onDone }: Part) {
  const { t } = useTranslation("room-places");
  const { refused, opened } = useOwnPiece(card.view);
  if (refused) return <Notice tone="alarm">{t("thisPieceDoesNotOpenWith")}</Notice>;
  if (!opened?.snapshot.ready) return <Status>{t("opening")}</Status>;
  const document = letterDocument(opened.snapshot.doc);
  if (isNewer(document)) {
    return <Notice>{t("youWroteInItWithA")}</Notice>;
  }
  return (
    <Name
      card={card}
      now={document.title.toString()}
      hint={t("ifYouOfferItThisIs")}
      keep={async (title) => {
        retitle(document, title);
        await opened.piece.flush();
      }}
      onDone={onDone}
    />
  );
}

const OwnName = ({ card, onDone }: Part) => {
  const { t } = useTranslation("room-places");
  return (
    <Name
      card={card}
      now={card.title}
      hint={t("onlyYouSeeItInThis")}
      keep={async () => undefined}
      onDone={onDone}
    />
  );
};

function Name({
  card: { piece, kind },
  now,
  hint,
  keep,
  onDone,
}: {
  card: MineCard;
  now: string;
  hint: string;
  keep: (title: string) => Promise<void>;
  onDone: () => void;
}) {
  const { t } = useTranslation("room-places");
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
