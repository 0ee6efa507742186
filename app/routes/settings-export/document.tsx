import { languageOfPage, wordsIn } from "#app/language/languages.ts";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider, Trans, useTranslation } from "react-i18next";
import { Mark } from "#components/mark.tsx";
import type { OwnData } from "#domain/own-data.ts";
import { walkOf, type Walk } from "#domain/practices/walk.ts";
import { practiceOf, PRACTICES } from "../practices/practices.ts";
import { roomName } from "../room/words.ts";
import { DOCUMENT_STYLE } from "./document-style.ts";
import { Listed, RoomPart } from "./document-room.tsx";
import { onDay } from "./document-words.ts";

/**
 * An export as a page to read and to print: one file without scripts, which asks for nothing from
 * anywhere; its own policy says so to any browser. React writes the markup, so that whatever was written
 * stands there as text.
 */
export function exportPage(data: OwnData): string {
  const words = wordsIn(languageOfPage());
  return [
    "<!doctype html>",
    `<html lang="${words.language}" dir="${words.dir()}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="referrer" content="no-referrer">',
    `<title>${words.t("settings-export:whatIsMine")}</title><style>${DOCUMENT_STYLE}</style></head>`,
    `<body>${renderToStaticMarkup(
      <I18nextProvider i18n={words}>
        <Whole data={data} />
      </I18nextProvider>,
    )}</body></html>`,
    "",
  ].join("\n");
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

function Whole({ data }: { data: OwnData }) {
  const { t } = useTranslation("settings-export");
  const { account, exportedOn, rooms, closedRooms, settings } = data;
  return (
    <>
      <header>
        <p className="brand">
          <Trans t={t} i18nKey="threshold" components={{ mark: <Mark /> }} />
        </p>
        <h1>{t("whatIsMine")}</h1>
        <p className="soft">
          {t("nameSavedOnDay", { name: account.name, day: onDay(exportedOn) })}
        </p>
        <p className="care">{t("thisFileIsNotEncryptedWhoever")}</p>
        {rooms.length > 0 && (
          <nav aria-label={t("rooms")}>
            <ul className="plain">
              {rooms.map(({ room, petname, other }) => (
                <li key={room}>
                  <a href={`#${room}`}>{roomName(petname, other !== null)}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </header>
      <main>
        {rooms.map((room) => (
          <RoomPart key={room.room} room={room} />
        ))}
        {closedRooms.map(({ room, petname }) => (
          <Section key={room} id={room} title={roomName(petname, true)}>
            <p className="missing">{t("thisRoomDidNotOpenBecause")}</p>
          </Section>
        ))}
        <Practices data={data} />
        <Section id="settings" title={t("settings")}>
          <dl>
            <dt>{t("yourNameHere")}</dt>
            <dd>{account.name}</dd>
            <dt>{t("locksAfter")}</dt>
            <dd>{t("idleMinutesIdleMinutes", { idleMinutes: settings.idleMinutes })}</dd>
            <dt>{t("neutralTab")}</dt>
            <dd>{settings.neutralTitle ? t("on") : t("off")}</dd>
            {settings.country && (
              <>
                <dt>{t("helpFor")}</dt>
                <dd>{settings.country.toUpperCase()}</dd>
              </>
            )}
          </dl>
        </Section>
      </main>
    </>
  );
}

/** Where I have been on the walk, as it shows there: also by what I wrote with a practice's questions. */
function walkIn({ walk, rooms }: OwnData): Walk {
  const written = rooms.flatMap((room) =>
    room.written.map(
      ({ piece, kind, title, form }) =>
        [piece, { kind, title, room: room.room, ...(form && { form }) }] as const,
    ),
  );
  return walkOf({ ...(walk && { walk }), pieces: Object.fromEntries(written) }, PRACTICES);
}

function Practices({ data }: { data: OwnData }) {
  const { t } = useTranslation("settings-export");
  const walk = walkIn(data);
  const { been, hidden, waved, away } = walk;
  if (been.size + hidden.size + waved.size === 0 && !away) return null;
  const titles = (names: Iterable<string>) =>
    [...names].map((name) => practiceOf(name)?.title ?? name);
  return (
    <Section id="practices" title={t("practices")}>
      <dl>
        <Listed title={t("whereYouHaveBeen")} names={titles(been)} />
        <Listed title={t("practicesNotForYouTwo")} names={titles(hidden)} />
        <Listed title={t("notForNow")} names={titles(waved)} />
        {away && (
          <>
            <dt>{t("inYourRooms")}</dt>
            <dd>{t("keptOut")}</dd>
          </>
        )}
      </dl>
    </Section>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="room" id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
