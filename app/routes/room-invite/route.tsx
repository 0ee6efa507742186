import { useEffect, useState } from "react";
import { encode } from "uqr";
import { useInRoom } from "#client/hooks/use-room.ts";
import { invite, linkOf, withdrawInvitation } from "#client/rooms/pairing.ts";
import { Bar } from "#components/bar.tsx";
import { Button, ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { Status } from "#components/status.tsx";
import { otherName, sorry } from "../room/words.ts";

const THREE_A_MONTH = "That was too often. Three invitations can be made in a month.";

/** The one link into this room, to be handed over by the person who makes it. */
export default function Invite() {
  const { hand, room, scene, refresh } = useInRoom();
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { invitation, other } = scene.view;
  const kept = hand.keyring.index.current().rooms[room]?.invitation;
  const name = otherName(scene.petname);
  useEffect(() => {
    // Another device may have made the link.
    if (invitation && kept?.id !== invitation.invitation) void hand.keyring.index.refresh();
  }, [invitation, kept, hand]);

  const make = async () => {
    if (pending) return;
    setPending(true);
    const made = await invite(hand, room);
    setTrouble(
      made.ok ? null : made.refusal.code === "too-many" ? THREE_A_MONTH : sorry(made.refusal.code),
    );
    await refresh();
    setPending(false);
  };
  const withdraw = async () => {
    if (pending || !invitation) return;
    setPending(true);
    const done = await withdrawInvitation(hand, room, invitation.invitation);
    setTrouble(done.ok ? null : sorry(done.refusal.code));
    await refresh();
    setPending(false);
  };

  return (
    <>
      <Bar back={{ to: `/room/${room}`, label: "Room" }} />
      <Page>
        {other ? (
          <>
            <PageTitle lead="A room is for two. Nobody else can come in.">
              You are two here.
            </PageTitle>
            <ButtonLink to={`/room/${room}`}>Back to the room</ButtonLink>
          </>
        ) : (
          <>
            <PageTitle lead="You hand the link over yourself: on paper, in person, in a message of your own. We write to nobody, and nothing of you is in the link but the way in.">
              Invite {name}
            </PageTitle>
            {trouble && (
              <Notice tone="alarm" live className="mb-5">
                {trouble}
              </Notice>
            )}
            {invitation && kept?.id === invitation.invitation ? (
              <OpenLink
                link={linkOf(location.origin, kept.secret)}
                expiresAt={invitation.expiresAt}
                pending={pending}
                onWithdraw={() => void withdraw()}
              />
            ) : invitation ? (
              <Notice
                title="There is an open link."
                actions={
                  <Button pending={pending} onClick={() => void withdraw()}>
                    Withdraw it
                  </Button>
                }
              >
                It was made on another device, and is not known here yet.
              </Notice>
            ) : (
              <div className="max-w-measure space-y-5">
                <ul className="list-disc space-y-2 pl-5">
                  <li>It works once, for one person, for seven days.</li>
                  <li>
                    Nobody can tell you whether it was opened. Looking at it, or saying no, leaves
                    it exactly as it is. Silence means nothing.
                  </li>
                  <li>You can withdraw it at any time before somebody comes in.</li>
                  <li>Whoever has the link can come in with it. Hand it to nobody else.</li>
                </ul>
                <Button look="primary" pending={pending} onClick={() => void make()}>
                  {pending ? "Making the link" : "Make a link"}
                </Button>
              </div>
            )}
          </>
        )}
      </Page>
    </>
  );
}

function OpenLink({
  link,
  expiresAt,
  pending,
  onWithdraw,
}: {
  link: string;
  expiresAt: number;
  pending: boolean;
  onWithdraw: () => void;
}) {
  const [copied, setCopied] = useState(false);
  const [sure, setSure] = useState(false);
  const until = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" }).format(
    expiresAt,
  );
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  return (
    <div className="max-w-measure space-y-5">
      <label className="block space-y-1.5">
        <span className="font-medium">Your link</span>
        <input
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
          className="min-h-target w-full rounded-control border border-edge bg-sheet px-3.5 py-2 text-s"
        />
      </label>
      <div className="flex flex-wrap items-center gap-3">
        <Button look="primary" onClick={() => void copy()}>
          Copy the link
        </Button>
        <Status>{copied ? "Copied" : ""}</Status>
      </div>
      <QrCode text={link} />
      <p className="text-s text-ink-soft">
        It works once, until {until}. What you see here stays the same until somebody comes in or
        you withdraw it.
      </p>
      {sure ? (
        <div className="flex flex-wrap gap-2.5">
          <Button pending={pending} onClick={onWithdraw}>
            Yes, withdraw it
          </Button>
          <Button look="quiet" onClick={() => setSure(false)}>
            Leave it
          </Button>
        </div>
      ) : (
        <Button look="quiet" className="-ml-2.5" onClick={() => setSure(true)}>
          Withdraw the link
        </Button>
      )}
    </div>
  );
}

/** The link as a picture, made here: one can hold the screen up to the other person's phone. */
function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text, { border: 2 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return (
    <svg
      role="img"
      aria-label="The link as a QR code"
      viewBox={`0 0 ${size} ${size}`}
      className="w-56 max-w-full rounded-card border border-line"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
