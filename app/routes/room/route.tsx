import { json, redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useParams, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { useEffect, useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { titled } from "#app/language/titled.ts";
import { RoomContext, useRoomStore } from "#client/hooks/use-room.ts";
import type { Hand } from "#client/rooms/acts.ts";
import type { Live } from "#client/rooms/live.ts";
import { pairedOf } from "#client/rooms/versions.ts";
import { Bar } from "#components/bar.tsx";
import { fetchLetterEditor } from "#components/editor/letter-editor.tsx";
import { Button, ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { SkeletonCards } from "#components/skeleton.tsx";
import { roomId, type RoomId } from "#domain/ids.ts";
import type { RoomView } from "#domain/room-view.ts";
import { sessionOf } from "#http/session.server.ts";
import { Unlocked } from "../unlocked/unlocked.tsx";
import { sorry } from "./words.ts";

/** The layout of everything inside a room: fetched sealed, opened in the browser, kept fresh. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const here = new URL(request.url).pathname;
  const session = await sessionOf(request, context);
  if (!session) throw redirect(`/sign-in?next=${encodeURIComponent(here)}`);
  const room = roomId.safeParse(params.room);
  const view = room.success ? await context.services.consent.view(session.person, room.data) : null;
  if (!view?.ok) throw json(null, { status: 404 });
  return json(view.value, { headers: { "cache-control": "no-store" } });
}

/**
 * Without the network the page opens all the same, with nothing to begin with: the store says how things
 * stand, and fetches the room once it can.
 */
export async function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  try {
    return await serverLoader<typeof loader>();
  } catch (error) {
    // This is how a request says that it found no way to the server.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The store fetches what is new; a navigation inside the room needs nothing from the server. */
export const shouldRevalidate = () => false;

export const meta = titled("room", "threshold");

export default function RoomLayout() {
  const first = useLoaderData<typeof clientLoader>() as RoomView | null;
  const room = useParams().room as RoomId;
  return (
    <Unlocked fallback={<Opening />}>
      {(tab) => <OpenRoom key={room} hand={tab.hand} live={tab.live} room={room} first={first} />}
    </Unlocked>
  );
}

type OpenRoomProps = {
  readonly hand: Hand;
  readonly live: Live;
  readonly room: RoomId;
  readonly first: RoomView | null;
};

function OpenRoom({ hand, live, room, first }: OpenRoomProps) {
  const { t } = useTranslation("room");
  const { state, store } = useRoomStore(hand, live, room, first);
  useEffect(fetchLetterEditor, []);
  const inRoom = useMemo(() => {
    if (state.is !== "open" || !store) return null;
    const { scene, offline, doubts } = state;
    const { refresh } = store;
    return { hand, live, room, scene, offline, doubts, refresh, paired: pairedOf(scene) };
  }, [state, store, hand, live, room]);

  if (inRoom) {
    return (
      <RoomContext.Provider value={inRoom}>
        <Outlet />
      </RoomContext.Provider>
    );
  }
  switch (state.is) {
    case "gone":
      return (
        <Apart title={t("thereIsNoSuchRoomHere")}>
          <p>{t("itMayBeUnderAnotherAccount")}</p>
        </Apart>
      );
    case "not-the-other":
      return (
        <Apart title={t("thisRoomStaysClosedForNow")}>
          <p>{t("thePersonInThisRoomIs")}</p>
        </Apart>
      );
    case "failed":
      return (
        <Apart title={t("theRoomCouldNotBeOpened")}>
          <p>{sorry(state.code)}</p>
          <Button onClick={() => void store?.refresh()}>{t("tryAgain")}</Button>
        </Apart>
      );
    default:
      return <Opening />;
  }
}

function Apart({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation("room");
  return (
    <>
      <Bar home="/rooms" />
      <Page>
        <PageTitle>{title}</PageTitle>
        <Notice tone="plain">{children}</Notice>
        <p className="mt-6">
          <ButtonLink to="/rooms">{t("yourRooms")}</ButtonLink>
        </p>
      </Page>
    </>
  );
}

function Opening() {
  const { t } = useTranslation("room");
  return (
    <>
      <Bar home="/rooms" />
      <main id="main" className="flex-1 wide:grid wide:grid-cols-3 wide:px-8">
        {[t("mine"), t("atTheDoor"), t("shared")].map((title, place) => (
          <section
            key={title}
            className={`px-4 pt-5 pb-8 wide:px-6 wide:pt-7 ${place === 0 ? "" : "max-wide:hidden"}`}
          >
            <h2 className="mb-4.5 text-xl">{title}</h2>
            <SkeletonCards label={place === 0 ? t("openingYourRoom") : ""} />
          </section>
        ))}
      </main>
    </>
  );
}
