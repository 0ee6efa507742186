import { useEffect, useId, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Earlier, EarlierStates } from "#client/pieces/earlier.ts";
import type { Undo } from "#client/pieces/undo.ts";
import { sayTime } from "#client/rooms/day.ts";
import { Button } from "#components/button.tsx";
import { Dialog } from "#components/dialog.tsx";
import { Notice } from "#components/notice.tsx";
import { hadText, type Had } from "#domain/pieces/earlier.ts";
import { countWords } from "#domain/pieces/envelope.ts";
import { unreachable } from "#domain/result.ts";
import { LetterReader } from "#components/editor/letter-reader.tsx";
import { ReadLine } from "./boundaries/read-line.tsx";

/** In UTF-16 units: enough to know a text by. */
const FIRST_WORDS = 90;

/** What this device keeps of a piece from earlier: a list, and each of it to be looked at. */
export function Earliers({
  states,
  title,
  about,
  above,
  renderOne,
  renderActs,
  onClosed,
}: {
  states: EarlierStates;
  title: string;
  about: string;
  above?: ReactNode;
  renderOne: (one: Earlier) => ReactNode;
  /** What can be done with it. */
  renderActs: (one: Earlier, close: () => void) => ReactNode;
  /** The list was opened, or put away. */
  onClosed?: () => void;
}) {
  const { t } = useTranslation("piece");
  const [open, setOpen] = useState(false);
  const [looking, setLooking] = useState<Earlier | null>(null);
  const list = useEarlierList(states, open);
  const close = () => setLooking(null);
  return (
    <details
      className="mt-8 max-w-measure border-t border-line pt-4 print:hidden"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
        onClosed?.();
      }}
    >
      <summary className="min-h-target cursor-pointer py-2.5 font-medium">{title}</summary>
      <p className="text-s text-ink-soft">{about}</p>
      {above}
      {list && (
        <ul className="mt-2 divide-y divide-line">
          {list.map((one) => (
            <EarlierItem key={one.id} one={one} onLook={() => setLooking(one)} />
          ))}
        </ul>
      )}
      {list?.length === 0 && <p className="mt-3">{t("nothingCanBeBroughtBackHere")}</p>}
      <Dialog
        open={looking !== null}
        onClose={close}
        title={looking && sayTime(looking.at)}
        actions={looking && renderActs(looking, close)}
      >
        {looking && renderOne(looking)}
      </Dialog>
    </details>
  );
}

/**
 * What this device keeps of a piece of mine from earlier, to be looked at and brought back. Nothing is lost by
 * it: what stands there now is kept first, and undo takes the bringing back, back.
 */
export function BringBack({
  states,
  keepNow,
  undo,
  bring,
}: {
  states: EarlierStates;
  keepNow: () => Promise<void>;
  /** The one of what is open: asked for when it is needed, as an editor brings its own. */
  undo: () => Promise<Undo>;
  bring: (had: Had) => void;
}) {
  const { t } = useTranslation("piece");
  const [brought, setBrought] = useState(false);
  const bringBack = async (had: Had) => {
    await keepNow();
    const steps = await undo();
    steps.endStep();
    bring(had);
    steps.endStep();
    setBrought(true);
  };
  return (
    <Earliers
      states={states}
      title={t("bringBackWhatIHad")}
      about={t("keptOnThisDeviceAloneEncrypted")}
      onClosed={() => setBrought(false)}
      above={
        brought && (
          <Notice
            live
            className="mt-3"
            title={t("itIsBack")}
            actions={
              <Button
                onClick={() => {
                  void undo().then((steps) => steps.undo());
                  setBrought(false);
                }}
              >
                {t("undo")}
              </Button>
            }
          >
            {t("whatStoodThereBeforeIsKept")}
          </Notice>
        )
      }
      renderOne={({ had }) => (
        <>
          <Preview had={had} />
          <p className="text-s text-ink-soft">{t("itTakesThePlaceOfWhat")}</p>
        </>
      )}
      renderActs={({ had }, close) => (
        <>
          <Button
            onClick={() => {
              void bringBack(had);
              close();
            }}
          >
            {t("bringThisBack")}
          </Button>
          <Button look="quiet" onClick={close}>
            {t("leaveItAsItIsNow")}
          </Button>
        </>
      )}
    />
  );
}

/** What is kept, the newest first, while somebody looks; `null` while it is being opened. */
function useEarlierList(states: EarlierStates, open: boolean): readonly Earlier[] | null {
  const [list, setList] = useState<readonly Earlier[] | null>(null);
  useEffect(() => {
    if (!open) return;
    let left = false;
    const look = () => void states.list().then((found) => !left && setList(found));
    look();
    const stop = states.subscribe(look);
    return () => {
      left = true;
      stop();
      setList(null);
    };
  }, [states, open]);
  return list;
}

function EarlierItem({ one, onLook }: { one: Earlier; onLook: () => void }) {
  const { t } = useTranslation("piece");
  const id = useId();
  const text = hadText(one.had);
  const words = countWords(text);
  const first = text.replace(/\s*\n\s*/g, " · ").trim();
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
      <div id={id} className="min-w-0 flex-1 basis-64">
        <p className="text-s text-ink-soft">
          {sayTime(one.at)} · {t("words", { count: words })}
        </p>
        <p className="font-serif text-m wrap-anywhere" dir="auto">
          {first.length > FIRST_WORDS ? `${first.slice(0, FIRST_WORDS)} …` : first}
        </p>
      </div>
      <Button aria-describedby={id} onClick={onLook}>
        {t("lookAtIt")}
      </Button>
    </li>
  );
}

function Preview({ had }: { had: Had }): ReactNode {
  const { t } = useTranslation("piece");
  switch (had.is) {
    case "written":
      return (
        <div className="rounded-card border border-line bg-paper px-4 py-3">
          {had.title && <p className="mb-2 font-serif text-l font-medium">{had.title}</p>}
          <LetterReader body={had.body} />
        </div>
      );
    case "boundaries":
      return (
        <ul className="boundaries" aria-label={t("theListAsItWas")}>
          {had.lines.map((line) => (
            <li key={line.id}>
              <ReadLine line={line} />
            </li>
          ))}
        </ul>
      );
    case "together":
      return null; // what both write has a page of its own: together/earlier-together.tsx
    default:
      return unreachable(had);
  }
}
