import { Link } from "@remix-run/react";
import { useDeferredValue, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { interfaceWords } from "#app/language/languages.ts";
import { useFind, type FoundIn } from "#client/hooks/use-find.ts";
import { useIndex } from "#client/hooks/use-index.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { Button } from "#components/button.tsx";
import { inputClasses } from "#components/field.tsx";
import { Status } from "#components/status.tsx";
import { guideOf, kindAndGuide, wordsOf } from "../room/guides.ts";
import { titleOr } from "../room/words.ts";
import { known } from "#domain/newer.ts";

const GUIDES = { of: guideOf, wordsOf };

/** Looks for words in what I wrote, and in what both of us write. What is looked for goes nowhere. */
export function FindMine() {
  const { t } = useTranslation("room-places");
  const id = useId();
  const [query, setQuery] = useState("");
  const finding = useFind(useDeferredValue(query), GUIDES);
  const { asked, looking, found, unread } = finding;
  return (
    <search className="block">
      <label htmlFor={id} className="mb-1.5 block text-s text-ink-soft">
        {t("findInWhatYouWrote")}
      </label>
      <div className="flex items-center gap-1">
        <input
          id={id}
          type="text"
          role="searchbox"
          // Nothing of it shall stand in the browser's history of forms.
          autoComplete="off"
          spellCheck={false}
          className={inputClasses}
          aria-describedby={`${id}-where`}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || query === "") return;
            event.preventDefault();
            setQuery("");
          }}
        />
        {query !== "" && (
          <Button look="quiet" onClick={() => setQuery("")}>
            {t("clear")}
          </Button>
        )}
      </div>
      <p id={`${id}-where`} className="sr-only">
        {t("onThisDeviceAloneNothingOf")}
      </p>
      <div className="mt-1.5 text-s text-ink-soft">
        <Status quiet={!asked}>{asked ? summary(finding) : ""}</Status>
        {asked && !looking && unread > 0 && <p>{t("piecesCouldNotBeRead", { count: unread })}</p>}
      </div>
      {asked && found.length > 0 && (
        <ul className="mt-2 space-y-3" aria-label={t("found")}>
          {found.map((one) => (
            <Place key={one.piece} one={one} />
          ))}
        </ul>
      )}
    </search>
  );
}

function summary({ looking, found }: ReturnType<typeof useFind>): string {
  const t = interfaceWords("room-places");
  if (looking) return t("looking");
  if (found.length === 0) return t("nothingFound");
  const places = found.reduce((sum, { count }) => sum + count, 0);
  return t("inPlaces", {
    count: places,
    pieces: t("piecesFound", { count: found.length }),
  });
}

function Place({ one: { piece, places, count } }: { one: FoundIn }) {
  const { t } = useTranslation("room-places");
  const { room, scene } = useInRoom();
  const index = useIndex();
  const entry = known(index.pieces[piece]);
  const together = scene.shared.find((card) => card.is === "together" && card.piece === piece);
  const kind = (together?.is === "together" ? together.kind : entry?.kind) ?? "letter";
  const title = together?.is === "together" ? together.title : (entry?.title ?? "");
  const more = count - places.length;
  return (
    <li className="border-s-2 border-edge ps-3">
      <Link className="link font-medium" to={`/room/${room}/${piece}`}>
        {titleOr(title, kind)}
      </Link>
      <p className="text-s text-ink-soft">{kindAndGuide(kind, entry?.form)}</p>
      {places.map(({ before, match, after }, i) => (
        <p key={i} className="mt-1 font-serif text-m wrap-anywhere" dir="auto">
          {before}
          <mark className="rounded-sm bg-one-wash text-ink">{match}</mark>
          {after}
        </p>
      ))}
      {more > 0 && (
        <p className="mt-1 text-s text-ink-soft">{t("andCountPlacesMore", { count: more })}</p>
      )}
    </li>
  );
}
