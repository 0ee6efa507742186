import { localeOfPage } from "#app/language/languages.ts";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { encode } from "uqr";
import { useInRoom } from "#client/hooks/use-room.ts";
import { invite, linkOf, withdrawInvitation } from "#client/rooms/pairing.ts";
import { Bar } from "#components/bar.tsx";
import { Button, ButtonLink } from "#components/button.tsx";
import { CopyButton } from "#components/copy-button.tsx";
import { Notice } from "#components/notice.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { otherName, sorry } from "../room/words.ts";
import { known } from "#domain/newer.ts";

/** The one link into this room, to be handed over by the person who makes it. */
export default function Invite() {
  const { t } = useTranslation("room-invite");
  const { hand, room, scene, refresh } = useInRoom();
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { invitation, other } = scene.view;
  const kept = known(hand.keyring.index.current().rooms[room])?.invitation;
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
      made.ok
        ? null
        : made.refusal.code === "too-many"
          ? t("threeAMonth")
          : sorry(made.refusal.code),
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
      <Bar back={{ to: `/room/${room}`, label: t("room") }} />
      <Page>
        {other ? (
          <>
            <PageTitle lead={t("aRoomIsForTwoNobody")}>{t("youAreTwoHere")}</PageTitle>
            <ButtonLink to={`/room/${room}`}>{t("backToTheRoom")}</ButtonLink>
          </>
        ) : (
          <>
            <PageTitle lead={t("youHandTheLinkOverYourself")}>
              {t("inviteName", { name })}
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
                title={t("thereIsAnOpenLink")}
                actions={
                  <Button pending={pending} onClick={() => void withdraw()}>
                    {t("withdrawIt")}
                  </Button>
                }
              >
                {t("itWasMadeOnAnotherDevice")}
              </Notice>
            ) : (
              <div className="max-w-measure space-y-5">
                {kept && !trouble && <Notice>{t("theLinkBeforeWorksNoMore")}</Notice>}
                <ul className="list-disc space-y-2 ps-5">
                  <li>{t("itWorksOnceForOnePerson")}</li>
                  <li>{t("nobodyCanTellYouWhetherIt")}</li>
                  <li>{t("youCanWithdrawItAtAny")}</li>
                  <li>{t("whoeverHasTheLinkCanCome")}</li>
                </ul>
                <Button look="primary" pending={pending} onClick={() => void make()}>
                  {pending ? t("makingTheLink") : t("makeALink")}
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
  const { t } = useTranslation("room-invite");
  const [sure, setSure] = useState(false);
  const until = new Intl.DateTimeFormat(localeOfPage(), { day: "numeric", month: "long" }).format(
    expiresAt,
  );
  return (
    <div className="max-w-measure space-y-5">
      <label className="block space-y-1.5">
        <span className="font-medium">{t("yourLink")}</span>
        <input
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
          className="min-h-target w-full rounded-control border border-edge bg-sheet px-3.5 py-2 text-s"
        />
      </label>
      <div className="flex flex-wrap items-center gap-3">
        <CopyButton look="primary" words={link} label={t("copyTheLink")} />
      </div>
      <QrCode text={link} />
      <p className="text-s text-ink-soft">{t("itWorksOnceUntilUntilWhat", { until })}</p>
      {sure ? (
        <div className="flex flex-wrap gap-2.5">
          <Button pending={pending} onClick={onWithdraw}>
            {t("yesWithdrawIt")}
          </Button>
          <Button look="quiet" onClick={() => setSure(false)}>
            {t("leaveIt")}
          </Button>
        </div>
      ) : (
        <Button look="quiet" className="-ms-2.5" onClick={() => setSure(true)}>
          {t("withdrawTheLink")}
        </Button>
      )}
    </div>
  );
}

/** The link as a picture, made here: one can hold the screen up to the other person's phone. */
function QrCode({ text }: { text: string }) {
  const { t } = useTranslation("room-invite");
  const { data, size } = encode(text, { border: 2 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return (
    <svg
      role="img"
      aria-label={t("theLinkAsAQrCode")}
      viewBox={`0 0 ${size} ${size}`}
      className="w-56 max-w-full rounded-card border border-line"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
