import { useNavigate } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { browserAccount } from "#client/account-browser.ts";
import { useTab } from "#client/hooks/use-tab.ts";
import { withNext } from "#client/next-path.ts";
import { letLinkGo } from "#client/rooms/given-link.ts";
import { comeIn } from "#client/rooms/pairing.ts";
import { BeforeARoom } from "#components/before-a-room.tsx";
import { Button, ButtonLink } from "#components/button.tsx";
import { Field } from "#components/field.tsx";
import { Notice } from "#components/notice.tsx";
import { Sheet } from "#components/sheet.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import type { Bytes } from "#domain/bytes.ts";
import { sorry } from "../room/words.ts";
import { Unlocked } from "../unlocked/unlocked.tsx";

const MAX_PETNAME = 80;

type ComeInProps = {
  readonly secret: Bytes;
  /** Nothing is delivered either way until this person ends the pause. */
  readonly paused: boolean;
  readonly onClosed: () => void;
};

/** After "yes": an account if there is none, a name for the other, and in. */
export function ComeIn({ secret, paused, onClosed }: ComeInProps) {
  const { t } = useTranslation("invite");
  const here = paused ? "/invite?paused=1" : "/invite?in";
  const [known, setKnown] = useState<boolean | null>(null);
  useEffect(() => {
    void browserAccount()
      .then((account) => account.restore())
      .then((standing) => setKnown(standing.is !== "signed-out"));
  }, []);
  if (known === null) {
    return (
      <Sheet>
        <SkeletonText label={t("oneMoment")} />
      </Sheet>
    );
  }
  if (!known) {
    return (
      <Sheet>
        <h1 className="text-2xl">{t("comeIn")}</h1>
        <p className="mt-3 mb-6 text-ink-soft">{t("youNeedAnAccountAWord")}</p>
        <div className="flex flex-wrap gap-2.5">
          <ButtonLink look="primary" to={withNext("/sign-up", here)}>
            {t("makeAnAccount")}
          </ButtonLink>
          <ButtonLink to={withNext("/sign-in", here)}>{t("iHaveOne")}</ButtonLink>
        </div>
      </Sheet>
    );
  }
  return (
    <Sheet>
      <Unlocked fallback={<SkeletonText />}>
        {() => <ComeInForm secret={secret} paused={paused} onClosed={onClosed} />}
      </Unlocked>
    </Sheet>
  );
}

function ComeInForm({ secret, paused, onClosed }: ComeInProps) {
  const { t } = useTranslation("invite");
  const { hand } = useTab();
  const navigate = useNavigate();
  const [petname, setPetname] = useState("");
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const go = async () => {
    if (pending) return;
    setPending(true);
    const called = petname.trim().slice(0, MAX_PETNAME);
    const came = await comeIn(hand, secret, called, { paused });
    if (came.ok) {
      letLinkGo();
      await navigate(`/room/${came.value}`, { replace: true });
      return;
    }
    setPending(false);
    const { code } = came.refusal;
    if (code === "no-invitation" || code === "bad-packet") return onClosed();
    setTrouble(code === "own-invitation" ? t("thisIsTheLinkThatYou") : sorry(code));
  };
  return (
    <div className="space-y-5">
      <h1 className="text-2xl">{t("comeIn")}</h1>
      <p className="text-ink-soft">
        {paused ? t("youComeInWithTheRoom") : t("whenYouComeInTheySee")}
      </p>
      <BeforeARoom onPause={() => void navigate("/invite?paused=1", { replace: true })} />
      <form
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          void go();
        }}
      >
        <Field
          id="petname"
          label={t("whatDoYouCallTheOther")}
          hint={t("onlyYouSeeThisNameYou")}
          maxLength={MAX_PETNAME}
          autoComplete="off"
          value={petname}
          onChange={(event) => setPetname(event.currentTarget.value)}
        />
        {trouble && (
          <Notice tone="alarm" live>
            {trouble}
          </Notice>
        )}
        <div className="flex flex-wrap gap-2.5">
          <Button type="submit" look="primary" pending={pending}>
            {pending ? t("comingIn") : t("comeIn")}
          </Button>
          <ButtonLink look="quiet" to="/invite">
            {t("notYet")}
          </ButtonLink>
        </div>
      </form>
    </div>
  );
}
