import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { useNavigate, useSearchParams } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { titled } from "#app/language/titled.ts";
import { useTab } from "#client/hooks/use-tab.ts";
import { actOnRoom } from "#client/rooms/acts.ts";
import { beginRoom } from "#client/rooms/pairing.ts";
import { Bar } from "#components/bar.tsx";
import { Button } from "#components/button.tsx";
import { Field } from "#components/field.tsx";
import { BeforeARoom } from "#components/before-a-room.tsx";
import { Notice } from "#components/notice.tsx";
import { Sheet } from "#components/sheet.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import { sessionOf } from "#http/session.server.ts";
import { sorry } from "../room/words.ts";
import { Unlocked } from "../unlocked/unlocked.tsx";

/** Makes a room. `?alone` asks for nobody else; somebody can be invited later all the same. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await sessionOf(request, context);
  const { pathname, search } = new URL(request.url);
  const next = encodeURIComponent(pathname + search);
  if (!session) throw redirect(`/sign-up?next=${next}`);
  return null;
}

export const meta = titled("begin", "beginThreshold");

export default function Begin() {
  return (
    <>
      <Bar home="/rooms" />
      <Sheet>
        <Unlocked fallback={<SkeletonText />}>{() => <BeginForm />}</Unlocked>
      </Sheet>
    </>
  );
}

const MAX_PETNAME = 80;

function BeginForm() {
  const { t } = useTranslation("begin");
  const { hand } = useTab();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const alone = search.has("alone");
  const paused = search.has("paused");
  const [petname, setPetname] = useState("");
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const begin = async () => {
    if (pending) return;
    setPending(true);
    const begun = await beginRoom(hand, alone ? "" : petname.trim().slice(0, MAX_PETNAME));
    if (!begun.ok) {
      setPending(false);
      return setTrouble(sorry(begun.refusal.code));
    }
    if (paused) await actOnRoom(hand, begun.value, { kind: "pause", minutes: null });
    await navigate(`/room/${begun.value}`, { replace: true });
  };
  return (
    <div className="space-y-5">
      <h1 className="text-2xl">{alone ? t("aRoomForYourself") : t("aRoomForTwo")}</h1>
      {alone ? (
        <p className="text-ink-soft">{t("writeForYourselfForAsLong")}</p>
      ) : (
        <>
          <p className="text-ink-soft">{t("youBeginAloneWhenYouAre")}</p>
          <BeforeARoom onPause={() => setSearch({ paused: "1" }, { replace: true })} />
        </>
      )}
      {paused && <p>{t("yourRoomBeginsPausedNothingCrosses")}</p>}
      <form
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        {!alone && (
          <Field
            id="petname"
            label={t("whatDoYouCallTheOther")}
            hint={t("onlyYouSeeThisNameYou")}
            maxLength={MAX_PETNAME}
            autoComplete="off"
            value={petname}
            onChange={(event) => setPetname(event.currentTarget.value)}
          />
        )}
        {trouble && (
          <Notice tone="alarm" live>
            {trouble}
          </Notice>
        )}
        <Button type="submit" look="primary" pending={pending}>
          {pending ? t("makingYourRoom") : t("goIn")}
        </Button>
      </form>
    </div>
  );
}
