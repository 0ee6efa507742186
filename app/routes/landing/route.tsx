import type { MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Trans, useTranslation } from "react-i18next";
import { interfaceWords } from "#app/language/languages.ts";
import { withNext } from "#client/next-path.ts";
import { Bar } from "#components/bar.tsx";
import { ButtonLink } from "#components/button.tsx";
import { Dot } from "#components/dot.tsx";
import { classes } from "#components/classes.ts";

export const meta: MetaFunction = () => {
  const t = interfaceWords("landing");
  return [
    { title: t("threshold") },
    {
      name: "description",
      content: t("aPrivatePlaceForTwoPeople"),
    },
  ];
};

export default function Landing() {
  const { t } = useTranslation("landing");
  return (
    <>
      <Bar
        actions={
          <>
            <Link to="/safety" className="link flex min-h-target items-center">
              {t("isThisRightForMe")}
            </Link>
            <ButtonLink to="/sign-in">{t("signIn")}</ButtonLink>
          </>
        }
      />
      <main id="main" tabIndex={-1} className="flex-1">
        <div className="grid gap-x-16 gap-y-10 px-4 pt-8 sm:px-8 sm:pt-14 wide:grid-cols-[1.15fr_1fr] wide:px-20 wide:pt-20">
          <div>
            <h1 className="max-w-[14ch] text-[clamp(2.5rem,10.5vw,3.9rem)] text-wrap">
              {t("nothingCrossesUntilYouBothSay")}
            </h1>
            <p className="mt-5 mb-7 max-w-[46ch] font-serif text-lead leading-[1.6] text-ink-soft">
              {t("aPrivatePlaceForTwoPeople2")}
            </p>
            <div className="flex flex-wrap gap-3">
              <ButtonLink look="primary" to={withNext("/safety", "/begin")}>
                {t("beginARoomForTwo")}
              </ButtonLink>
              <ButtonLink to={withNext("/sign-up", "/begin?alone=1")}>{t("beginAlone")}</ButtonLink>
              <ButtonLink to="/invite">{t("iWasGivenALink")}</ButtonLink>
            </div>
          </div>
          <ThreePlaces />
        </div>
        <Promises />
      </main>
      <footer className="border-t border-line px-4 py-6 text-s text-ink-soft sm:px-8 wide:px-20 print:hidden">
        <nav aria-label={t("more")} className="flex flex-wrap gap-x-6">
          {[
            ["/safety", t("isThisRightForMe")],
            ["/practices", t("practices")],
            ["/help", t("findSomeoneToTalkTo")],
            ["/help/about/counsellors", t("forCounsellors")],
            ["/sign-in", t("signIn")],
          ].map(([to = "/", label]) => (
            <Link key={to} to={to} className="link flex min-h-target items-center">
              {label}
            </Link>
          ))}
        </nav>
      </footer>
    </>
  );
}

/** How a piece goes from one to the other. The middle one stands back: it is the door. */
function ThreePlaces() {
  const { t } = useTranslation("landing");
  return (
    <ol className="grid content-start wide:pt-2.5">
      <Place
        over={
          <>
            <Trans t={t} i18nKey="mine" components={{ dot: <Dot person="one" /> }} />
          </>
        }
        title={t("youWrite")}
        className="rounded-t-card bg-sheet"
      >
        {t("encryptedOnYourDeviceNobodyElse")}
      </Place>
      <Place over={t("atTheDoor")} title={t("youOffer")} className="mx-4 bg-sunk sm:mx-6">
        {t("theOtherPersonSeesAnEnvelope")}
      </Place>
      <Place
        over={
          <>
            <Trans
              t={t}
              i18nKey="shared"
              components={{ dot: <Dot person="one" />, dot2: <Dot person="two" /> }}
            />
          </>
        }
        title={t("theyOpenItIfTheyWant")}
        className="rounded-b-card bg-sheet"
      >
        {t("agreeOnBoundariesPlanWhatYou")}
      </Place>
    </ol>
  );
}

function Place({
  over,
  title,
  children,
  className,
}: {
  over: ReactNode;
  title: string;
  children: ReactNode;
  className: string;
}) {
  return (
    <li
      className={classes(
        "-mb-px border border-line px-[1.2rem] py-4 shadow-lift last:mb-0",
        className,
      )}
    >
      <p className="mb-1.5 flex items-center gap-2 text-s leading-tight font-medium text-ink-soft">
        {over}
      </p>
      <h2 className="mb-1.5 text-l">{title}</h2>
      <p className="text-s text-ink-soft">{children}</p>
    </li>
  );
}

const PROMISES = ["twoYeses", "noOneElse", "noPressure", "nothingLost"] as const;

function Promises() {
  const { t } = useTranslation("landing");
  return (
    <section
      aria-labelledby="promises"
      className="px-4 pt-14 pb-14 sm:px-8 sm:pt-20 wide:px-20 wide:pt-28 wide:pb-20"
    >
      <h2 id="promises" className="text-2xl">
        {t("fourPromises")}
      </h2>
      <dl className="mt-6 grid gap-x-16 gap-y-7 sm:grid-cols-2">
        {PROMISES.map((promise) => (
          <div key={promise} className="border-t border-line pt-4">
            <dt className="font-serif text-l font-medium">{t(promise)}</dt>
            <dd className="mt-1 max-w-[52ch] text-ink-soft">{t(`${promise}Says`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
