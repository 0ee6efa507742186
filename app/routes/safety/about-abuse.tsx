import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { theHelpPage } from "../help/help-pages.ts";
import { HelpText } from "../help/help-text.tsx";

const ABOUT = theHelpPage("about-abuse");

/** The same plain words for everybody, whatever they answered, also without scripts. */
export function AboutAbuse() {
  const { t } = useTranslation("safety");
  return (
    <section aria-labelledby="about" className="space-y-5">
      <h2 id="about" lang="en" className="text-xl">
        {ABOUT.title}
      </h2>
      <HelpText page={ABOUT} level={3} />
      <p className="flex flex-wrap gap-x-6">
        <Link to="/help" className="link inline-flex min-h-target items-center">
          {t("findSomeoneToTalkTo")}
        </Link>
        <Link to="/help/about/your-device" className="link inline-flex min-h-target items-center">
          {t("ifSomebodyElseLooksAtYour")}
        </Link>
      </p>
    </section>
  );
}
