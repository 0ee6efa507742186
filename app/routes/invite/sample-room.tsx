import { useTranslation } from "react-i18next";
import { Card } from "#components/card.tsx";
import { Chips } from "#components/chip.tsx";

/** A room to look at. Everything in it is made up; nothing in it can be pressed. */
export function SampleRoom() {
  const { t } = useTranslation("invite");
  return (
    <section aria-labelledby="sample">
      <h2 id="sample" className="mb-1 text-xl">
        {t("whatARoomLooksLike")}
      </h2>
      <p className="mb-4 text-s text-ink-soft">{t("anExampleThesePeopleAreMade")}</p>
      <div className="grid gap-4 sm:grid-cols-3">
        <div>
          <p className="mb-2 font-serif text-l">{t("mine")}</p>
          <Card over={t("letter")} title={t("whatIDidntSayInMarch")}>
            <p>{t("onlyItsWriterCanOpenIt")}</p>
          </Card>
        </div>
        <div>
          <p className="mb-2 font-serif text-l">{t("atTheDoor")}</p>
          <Card person="two" over={t("fromJonas")} title={t("aForgivenessNote")}>
            <Chips words={["short", "tender"]} />
          </Card>
        </div>
        <div>
          <p className="mb-2 font-serif text-l">{t("shared")}</p>
          <Card person="both" over={t("agreement4LinesAgreed")} title={t("howWeTalk")} seam>
            <p>{t("bothHaveSignedEveryWord")}</p>
          </Card>
        </div>
      </div>
    </section>
  );
}
