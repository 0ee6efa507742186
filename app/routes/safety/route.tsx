import { useTranslation } from "react-i18next";
import { titled } from "#app/language/titled.ts";
import { Bar } from "#components/bar.tsx";
import { ButtonLink } from "#components/button.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { SafetyCheck } from "#components/safety-check.tsx";
import { useNext } from "../frame/use-next.ts";
import { AboutAbuse } from "./about-abuse.tsx";

export const meta = titled("safety", "isThisRightForMe");

/** The same place, with everything paused from the first moment on. */
function paused(path: string): string {
  const [pathname = "/", search] = path.split("?");
  const params = new URLSearchParams(search);
  params.set("paused", "1");
  return `${pathname}?${params.toString()}`;
}

export default function Safety() {
  const { t } = useTranslation("safety");
  const next = useNext("/");
  /** Somebody comes here on the way into a room, or at any other time. */
  const goingIn = next !== "/";
  return (
    <>
      <Bar />
      <Page className="space-y-12">
        <section aria-label={t("questions")}>
          <PageTitle lead={t("aFewQuestionsForYouAlone2")}>{t("isThisRightForMe")}</PageTitle>
          <SafetyCheck
            where={goingIn ? "outside" : "inside"}
            help={<ButtonLink to="/help">{t("findSomeoneToTalkTo")}</ButtonLink>}
            goOn={<ButtonLink to={next}>{goingIn ? t("goOn") : t("toTheFirstPage")}</ButtonLink>}
            paused={
              goingIn ? (
                <ButtonLink to={paused(next)}>{t("comeInPaused")}</ButtonLink>
              ) : (
                <ButtonLink to="/rooms">{t("toYourRoomsWhereYouCan")}</ButtonLink>
              )
            }
          />
          <noscript>
            <p className="mt-4 max-w-measure">{t("withoutScriptsThisPageCannotPut")}</p>
          </noscript>
        </section>
        <AboutAbuse />
      </Page>
    </>
  );
}
