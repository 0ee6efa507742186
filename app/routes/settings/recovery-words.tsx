import { useNavigate } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { browserAccount } from "#client/account-browser.ts";
import { useIndex } from "#client/hooks/use-index.ts";
import { Button, ButtonLink } from "#components/button.tsx";
import { known } from "#domain/newer.ts";
import { PasswordAgain } from "./password-again.tsx";

/** Where they are shown until two of them were typed back; afterwards nobody has them but their person. */
const SHOWN = "/words?next=%2Fsettings";

/** The twelve words: written down still to be, or made anew by somebody who has lost them. */
export function RecoveryWords() {
  const { t } = useTranslation("settings");
  const recoveryWords = known(useIndex().recoveryWords);
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  return (
    <div className="max-w-measure space-y-4">
      <p>{recoveryWords ? t("theyWaitToBeWrittenDown") : t("theyBringEverythingBackIfYou")}</p>
      {!recoveryWords && <p>{t("ifYouHaveLostThemOr")}</p>}
      <div className="flex flex-wrap gap-2.5">
        {recoveryWords && <ButtonLink to={SHOWN}>{t("showMyWords")}</ButtonLink>}
        <Button look={recoveryWords ? "quiet" : "plain"} onClick={() => setAsking(true)}>
          {t("makeNewWords")}
        </Button>
      </div>
      <PasswordAgain
        open={asking}
        onClose={() => setAsking(false)}
        ask={async (password) => (await browserAccount()).makeNewWords(password)}
        onConfirmed={() => navigate(SHOWN)}
      >
        <p>{t("newWordsNeedYourPasswordThe")}</p>
      </PasswordAgain>
    </div>
  );
}
