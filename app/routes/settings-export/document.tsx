import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Mark } from "#components/mark.tsx";
import type { OwnData } from "#domain/own-data.ts";
import { roomName } from "../room/words.ts";
import { DOCUMENT_STYLE } from "./document-style.ts";
import { RoomPart } from "./document-room.tsx";
import { onDay } from "./document-words.ts";

/**
 * An export as a page to read and to print: one file without scripts, which asks for nothing from
 * anywhere; its own policy says so to any browser. React writes the markup, so that whatever was written
 * stands there as text.
 */
export function exportPage(data: OwnData): string {
  return [
    "<!doctype html>",
    '<html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="referrer" content="no-referrer">',
    `<title>What is mine</title><style>${DOCUMENT_STYLE}</style></head>`,
    `<body>${renderToStaticMarkup(<Whole data={data} />)}</body></html>`,
    "",
  ].join("\n");
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

function Whole({ data }: { data: OwnData }) {
  const { account, exportedOn, rooms, closedRooms, settings } = data;
  return (
    <>
      <header>
        <p className="brand">
          <Mark />
          Threshold
        </p>
        <h1>What is mine</h1>
        <p className="soft">
          {account.name}, saved on {onDay(exportedOn)}
        </p>
        <p className="care">
          This file is not encrypted: whoever finds it can read it. It holds what you wrote, and
          what the other chose to show you. Keep it where only you look.
        </p>
        {rooms.length > 0 && (
          <nav aria-label="Rooms">
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
            <p className="missing">
              This room did not open, because who is in it could not be proven. Nothing of it is
              here.
            </p>
          </Section>
        ))}
        <Section id="settings" title="Settings">
          <dl>
            <dt>Your name here</dt>
            <dd>{account.name}</dd>
            <dt>Locks after</dt>
            <dd>{settings.idleMinutes} idle minutes</dd>
            <dt>Neutral tab</dt>
            <dd>{settings.neutralTitle ? "on" : "off"}</dd>
            {settings.country && (
              <>
                <dt>Help for</dt>
                <dd>{settings.country.toUpperCase()}</dd>
              </>
            )}
          </dl>
        </Section>
      </main>
    </>
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
