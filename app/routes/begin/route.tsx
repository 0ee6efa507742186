import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useNavigate, useSearchParams } from "@remix-run/react";
import { useState } from "react";
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

export const meta: MetaFunction = () => [{ title: "Begin · Threshold" }];

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
      <h1 className="text-2xl">{alone ? "A room for yourself" : "A room for two"}</h1>
      {alone ? (
        <p className="text-ink-soft">
          Write for yourself, for as long as you like. This helps you; it does not work on anybody
          else. You can invite one person later, if you want to, or never.
        </p>
      ) : (
        <>
          <p className="text-ink-soft">
            You begin alone. When you are ready, you make a link and hand it over yourself; we write
            to nobody.
          </p>
          <BeforeARoom onPause={() => setSearch({ paused: "1" }, { replace: true })} />
        </>
      )}
      {paused && (
        <p>Your room begins paused: nothing crosses in it until you end the pause yourself.</p>
      )}
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
            label="What do you call the other person?"
            hint="Only you see this name. You can leave it empty, or change it later."
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
          {pending ? "Making your room" : "Go in"}
        </Button>
      </form>
    </div>
  );
}
