import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  redirect,
  useLoaderData,
  useLocation,
  useNavigate,
  useSearchParams,
  type ClientLoaderFunctionArgs,
} from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { titled } from "#app/language/titled.ts";
import { browserAccount } from "#client/account-browser.ts";
import { useIndex } from "#client/hooks/use-index.ts";
import { useTab } from "#client/hooks/use-tab.ts";
import { withNext } from "#client/next-path.ts";
import { beginRoom } from "#client/rooms/pairing.ts";
import { sentenceFor } from "#client/sentences.ts";
import { Bar } from "#components/bar.tsx";
import { Button, ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { Sheet } from "#components/sheet.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import { modeOf } from "#domain/pieces/kinds.ts";
import type { Opens, Practice } from "#domain/practices/practice.ts";
import type { RoomId } from "#domain/ids.ts";
import type { RoomSummary } from "#domain/room-view.ts";
import { sessionOf } from "#http/session.server.ts";
import { practiceOf } from "../practices/practices.ts";
import { asBeginning } from "../room-places/beginning.ts";
import { roomName } from "../room/words.ts";
import { Unlocked } from "../unlocked/unlocked.tsx";
import { isNewer, known } from "#domain/newer.ts";

export const meta = titled("practices", "begin");

function find(id: string | undefined): { readonly id: string } {
  const practice = practiceOf(id);
  if (!practice) throw new Response(null, { status: 404 });
  return { id: practice.id };
}

/** Whoever has no account makes one first, and comes back here. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = find(params["practice"]);
  const { pathname, search } = new URL(request.url);
  if (!(await sessionOf(request, context))) {
    throw redirect(withNext("/sign-up", pathname + search));
  }
  return found;
}

/** The same from an open page, which does not tell the server what it is about to begin. */
export async function clientLoader({ request, params }: ClientLoaderFunctionArgs) {
  const found = find(params["practice"]);
  const account = await browserAccount();
  const standing = account.keyring.current() ? null : await account.restore();
  const { pathname, search } = new URL(request.url);
  if (standing?.is === "signed-out") throw redirect(withNext("/sign-up", pathname + search));
  return found;
}

/** In which room it is begun. With one that fits, and coming from the practice, at once. */
export default function BeginPractice() {
  const { t } = useTranslation("practices");
  const practice = practiceOf(useLoaderData<typeof loader>().id);
  const [search] = useSearchParams();
  const way = practice?.opens[Number(search.get("way") ?? 0)] ?? practice?.opens[0];
  if (!practice || !way) return null;
  return (
    <>
      <Bar back={{ to: `/practices/${practice.id}`, label: t("backToThePractice") }} />
      <Sheet>
        <Unlocked fallback={<SkeletonText label={t("lookingForYourRooms")} />}>
          {() => <InWhichRoom key={way.says} practice={practice} way={way} />}
        </Unlocked>
      </Sheet>
    </>
  );
}

type Found =
  | { readonly is: "looking" }
  | { readonly is: "refused"; readonly code: string }
  | { readonly is: "found"; readonly rooms: readonly RoomSummary[] };

function useMyRooms(): Found {
  const { api } = useTab().hand;
  const [found, setFound] = useState<Found>({ is: "looking" });
  useEffect(() => {
    let late = false;
    void api.get("/api/rooms").then((told) => {
      if (late) return;
      if (!told.ok) return setFound({ is: "refused", code: told.refusal.code });
      const { rooms } = told.value as { readonly rooms: readonly RoomSummary[] };
      setFound({ is: "found", rooms: rooms.filter(({ closed }) => !closed) });
    });
    return () => {
      late = true;
    };
  }, [api]);
  return found;
}

function InWhichRoom({ practice, way }: { practice: Practice; way: Opens }) {
  const { t } = useTranslation("practices");
  const { hand } = useTab();
  const index = useIndex();
  const navigate = useNavigate();
  const { state } = useLocation() as { readonly state: { readonly go?: unknown } | null };
  const found = useMyRooms();
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const alone = modeOf(way.kind) === "own";
  const rooms =
    found.is === "found" ? found.rooms.filter(({ room }) => !isNewer(index.rooms[room])) : [];
  const fit = alone ? rooms : rooms.filter(({ other }) => other !== null);
  const [only] = fit;
  const single = fit.length === 1 && only && typeof state?.go === "number" ? only.room : null;
  const went = useRef(false);

  const go = (room: RoomId) =>
    navigate(`/room/${room}`, { replace: true, state: asBeginning(practice.id, way) });
  useEffect(() => {
    if (!single || went.current) return;
    went.current = true;
    void go(single);
  });

  const inOneOfMyOwn = async () => {
    if (pending) return;
    setPending(true);
    const begun = await beginRoom(hand, "");
    if (begun.ok) return void go(begun.value);
    setPending(false);
    setTrouble(sentenceFor(begun.refusal.code));
  };

  if (found.is === "looking" || single) return <SkeletonText label={t("lookingForYourRooms")} />;
  return (
    <div className="space-y-5">
      <div>
        <p className="text-s text-ink-soft">{practice.title}</p>
        <h1 className="text-2xl">
          {fit.length > 0
            ? alone
              ? t("whereToWrite")
              : t("whereToPropose")
            : alone
              ? t("begin")
              : t("itTakesTwo")}
        </h1>
      </div>
      {fit.length > 0 ? (
        <ul className="space-y-2.5">
          {fit.map(({ room, other }) => (
            <li key={room}>
              <Button wide onClick={() => void go(room)}>
                {t("inRoom", {
                  name: roomName(known(index.rooms[room])?.petname ?? "", other !== null),
                })}
              </Button>
            </li>
          ))}
        </ul>
      ) : alone ? (
        <>
          <p className="text-ink-soft">{t("aRoomOfYourOwn")}</p>
          <Button look="primary" pending={pending} onClick={() => void inOneOfMyOwn()}>
            {pending ? t("beginning") : t("inARoomOfYourOwn")}
          </Button>
        </>
      ) : (
        <>
          <p className="text-ink-soft">{t("itTakesTwoAndNobody")}</p>
          <div className="flex flex-wrap gap-2.5">
            {rooms.length > 0 ? (
              <ButtonLink to="/rooms">{t("rooms")}</ButtonLink>
            ) : (
              <ButtonLink to={withNext("/safety", "/begin")}>{t("beginARoomForTwo")}</ButtonLink>
            )}
          </div>
        </>
      )}
      {(trouble || found.is === "refused") && (
        <Notice tone="alarm" live>
          {trouble ?? sentenceFor(found.is === "refused" ? found.code : "fault")}
        </Notice>
      )}
    </div>
  );
}
