import { json, redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useNavigate, useSearchParams } from "@remix-run/react";
import { useEffect, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { titled } from "#app/language/titled.ts";
import type { Hand } from "#client/rooms/acts.ts";
import { Bar } from "#components/bar.tsx";
import { ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { SkeletonCards } from "#components/skeleton.tsx";
import { isNewer, known } from "#domain/newer.ts";
import type { RoomSummary } from "#domain/room-view.ts";
import { sessionOf } from "#http/session.server.ts";
import { roomName } from "../room/words.ts";
import { Unlocked } from "../unlocked/unlocked.tsx";

/** All rooms that a person is in; with one alone, straight into it, unless they ask for the list (`?all`). */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await sessionOf(request, context);
  if (!session) throw redirect("/sign-in?next=/rooms");
  const rooms = await context.services.rooms.list(session.person);
  return json(rooms, { headers: { "cache-control": "no-store" } });
}

export const meta = titled("rooms", "threshold");

export default function Rooms() {
  const { t } = useTranslation("rooms");
  const rooms = useLoaderData<typeof loader>() as readonly RoomSummary[];
  return (
    <>
      <Bar home="/rooms" nav={[{ to: "/settings", label: t("settings") }]} />
      <Page>
        <Unlocked fallback={<SkeletonCards label={t("openingYourRooms")} />}>
          {({ hand }) => <List hand={hand} rooms={rooms} />}
        </Unlocked>
      </Page>
    </>
  );
}

function List({ hand, rooms }: { hand: Hand; rooms: readonly RoomSummary[] }) {
  const { t } = useTranslation("rooms");
  const navigate = useNavigate();
  const { index } = hand.keyring;
  const entries = useSyncExternalStore(index.subscribe, index.current, index.current).rooms;
  const open = rooms.filter(({ closed }) => !closed);
  const closed = rooms.filter((room) => room.closed);
  const [only] = rooms;
  const [search] = useSearchParams();
  const single =
    !search.has("all") && rooms.length === 1 && only && !only.closed ? only.room : null;
  useEffect(() => {
    if (single) void navigate(`/room/${single}`, { replace: true });
  }, [single, navigate]);
  if (single) return <SkeletonCards label={t("openingYourRoom")} />;
  return (
    <>
      <PageTitle lead={open.length > 0 && t("whatIsInOneOfThem")}>
        {open.length > 0
          ? t("yourRooms")
          : closed.length > 0
            ? t("noRoomIsOpen")
            : t("youHaveNoRoomYet")}
      </PageTitle>
      <div className="grid gap-4 sm:grid-cols-2">
        {open.map(({ room, other, paused }) => (
          <Card
            key={room}
            level={2}
            title={roomName(known(entries[room])?.petname ?? "", other !== null)}
            actions={<ButtonLink to={`/room/${room}`}>{t("goIn")}</ButtonLink>}
          >
            {isNewer(entries[room]) && <p>{t("aNewerVersionWroteThis")}</p>}
            {paused ? <p>{t("thisRoomIsPaused")}</p> : !other && <p>{t("nobodyElseIsInIt")}</p>}
          </Card>
        ))}
      </div>
      <p className="mt-8">
        <ButtonLink to="/begin">
          {rooms.length === 0 ? t("begin") : t("beginAnotherRoom")}
        </ButtonLink>
      </p>
      {closed.length > 0 && (
        <details className="mt-10 max-w-measure">
          <summary className="min-h-target cursor-pointer py-2.5 text-ink-soft">
            {t("roomsWhoseSideYouClosed")}
          </summary>
          <ul>
            {closed.map(({ room, other }) => (
              <li key={room} className="border-t border-line">
                <Link className="link flex min-h-target items-center" to={`/room/${room}`}>
                  {roomName(known(entries[room])?.petname ?? "", other !== null)}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
