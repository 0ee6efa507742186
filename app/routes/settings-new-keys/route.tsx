import { useNavigate } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import * as z from "zod";
import { table } from "#app/language/table.ts";
import { titled } from "#app/language/titled.ts";
import { makeNewKeysHere } from "#client/account-browser.ts";
import { useTab } from "#client/hooks/use-tab.ts";
import { sentenceFor } from "#client/sentences.ts";
import { Bar } from "#components/bar.tsx";
import { Button, ButtonLink } from "#components/button.tsx";
import { FormError } from "#components/form/form-error.tsx";
import { NewPassword } from "#components/form/new-password.tsx";
import { newPassword, password } from "#components/form/schemas.ts";
import { control, useAsking } from "#components/form/use-asking.ts";
import { Notice } from "#components/notice.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { PasswordField } from "#components/password-field.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import { Unlocked } from "../unlocked/unlocked.tsx";

export const meta = titled("settings-new-keys", "newKeys");

/** New keys after a suspected compromise: first what it does, then the form that does it. */
export default function NewKeysPage() {
  const { t } = useTranslation("settings-new-keys");
  return (
    <>
      <Bar back={{ to: "/settings", label: t("settings") }} />
      <Page>
        <Unlocked
          fallback={
            <>
              <PageTitle>{t("newKeys")}</PageTitle>
              <SkeletonText lines={4} />
            </>
          }
        >
          {() => <NewKeys />}
        </Unlocked>
      </Page>
    </>
  );
}

const WHAT_IT_DOES = [
  "itLocksAnew",
  "itAsksForANewPassword",
  "itSignsOutElsewhere",
  "itEndsWhatWaits",
  "itEndsLinks",
  "itTellsTheOther",
] as const;

function NewKeys() {
  const { t } = useTranslation("settings-new-keys");
  return (
    <>
      <PageTitle lead={t("forWhenSomebodyElseMayHave")}>{t("newKeys")}</PageTitle>
      <div className="max-w-[720px] space-y-8">
        <section aria-labelledby="does">
          <h2 id="does" className="mb-3 text-xl">
            {t("whatItDoes")}
          </h2>
          <ul className="max-w-measure list-disc space-y-2 ps-5">
            {WHAT_IT_DOES.map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
        </section>
        <Notice tone="care" title={t("whatItDoesNotDo")}>
          <p>{t("whatSomebodyHasReadTheyHave")}</p>
        </Notice>
        <section aria-labelledby="make">
          <h2 id="make" className="mb-3 text-xl">
            {t("makeThem")}
          </h2>
          <NewKeysForm />
        </section>
      </div>
    </>
  );
}

const schema = z.object({ current: password, next: newPassword });

const SENTENCES = table("settings-new-keys", {
  "bad-password": "chooseAnotherPasswordOneThatYou",
  "moved-on": "somethingOfYoursChangedOnAnother",
  offline: "theConnectionWasLostIfIt",
});

function NewKeysForm() {
  const { t } = useTranslation("settings-new-keys");
  const { name } = useTab().hand.keyring;
  const navigate = useNavigate();
  const { form, fields, pending, ready, error } = useAsking({
    id: "new-keys",
    schema,
    ask: makeNewKeysHere,
    say: (code) => {
      if (code === "wrong-credentials") {
        return { field: "current", sentence: t("thatIsNotYourPresentPassword") };
      }
      const sentence = sentenceFor(code, SENTENCES);
      return code === "bad-password" ? { field: "next", sentence } : { sentence };
    },
    done: () => navigate("/words?next=%2Fsettings", { replace: true }),
  });
  return (
    <form {...form} className="max-w-[480px] space-y-5">
      <input type="text" autoComplete="username" value={name} readOnly hidden />
      <PasswordField
        label={t("yourPresentPassword")}
        {...control(fields.current, "password")}
        autoComplete="current-password"
      />
      <NewPassword
        label={t("aNewPassword")}
        {...control(fields.next, "password")}
        known={[name.replace(/-.*/, "")]}
      />
      <FormError>{error}</FormError>
      <div className="flex flex-wrap gap-2.5">
        <Button type="submit" disabled={!ready} pending={pending}>
          {pending ? t("makingThem") : t("makeNewKeys")}
        </Button>
        <ButtonLink look="quiet" to="/settings">
          {t("leaveIt")}
        </ButtonLink>
      </div>
      <p className="text-s text-ink-soft">{t("itTakesAFewSecondsYour")}</p>
    </form>
  );
}
