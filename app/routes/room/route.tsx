import { json, redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData, useParams, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { useEffect, useMemo, type ReactNode } from "react";
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
import type { RoomView } from "#domain/rooms.ts";
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

export const meta: MetaFunction = () => [{ title: "Threshold" }];

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
        <Apart title="There is no such room here.">
          <p>It may be under another account, or the address is not complete.</p>
        </Apart>
      );
    case "not-the-other":
      return (
        <Apart title="This room stays closed for now.">
          <p>
            The person in this room is not provably the one who came in by your link. Nothing was
            opened and nothing can cross. Ask them, in another way, whether they came in; then make
            a new room and a new link.
          </p>
        </Apart>
      );
    case "failed":
      return (
        <Apart title="The room could not be opened.">
          <p>{sorry(state.code)}</p>
          <Button onClick={() => void store?.refresh()}>Try again</Button>
        </Apart>
      );
    default:
      return <Opening />;
  }
}

function Apart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <Bar home="/rooms" />
      <Page>
        <PageTitle>{title}</PageTitle>
        <Notice tone="plain">{children}</Notice>
        <p className="mt-6">
          <ButtonLink to="/rooms">Your rooms</ButtonLink>
        </p>
      </Page>
    </>
  );
}

function Opening() {
  return (
    <>
      <Bar home="/rooms" />
      <main id="main" className="flex-1 wide:grid wide:grid-cols-3 wide:px-8">
        {["Mine", "At the door", "Shared"].map((title, place) => (
          <section
            key={title}
            className={`px-4 pt-5 pb-8 wide:px-6 wide:pt-7 ${place === 0 ? "" : "max-wide:hidden"}`}
          >
            <h2 className="mb-4.5 text-xl">{title}</h2>
            <SkeletonCards label={place === 0 ? "Opening your room" : ""} />
          </section>
        ))}
      </main>
    </>
  );
}
