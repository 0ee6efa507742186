import { Link, useNavigate } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import * as z from "zod";
import { titled } from "#app/language/titled.ts";
import { browserAccount } from "#client/account-browser.ts";
import { withNext } from "#client/next-path.ts";
import { sentenceFor } from "#client/sentences.ts";
import { AccountPage } from "#components/account-page.tsx";
import { Button } from "#components/button.tsx";
import { Field, TextArea } from "#components/field.tsx";
import { FormError } from "#components/form/form-error.tsx";
import { NewPassword } from "#components/form/new-password.tsx";
import { newPassword, onOrOff, recoveryWords, signInName } from "#components/form/schemas.ts";
import { SharedDevice } from "#components/form/shared-device.tsx";
import { control, textControl, useAsking } from "#components/form/use-asking.ts";
import { useNext } from "../frame/use-next.ts";

export const meta = titled("recover", "withYourTwelveWords");

const schema = z.object({
  name: signInName,
  words: recoveryWords,
  password: newPassword,
  shared: onOrOff,
});

export default function Recover() {
  const { t } = useTranslation("recover");
  const navigate = useNavigate();
  const next = useNext();
  const { form, fields, pending, ready, error } = useAsking({
    id: "recover",
    schema,
    ask: ({ name, words, password, shared }) =>
      browserAccount().then((one) => one.recover({ name, words, password, remember: !shared })),
    say: (code) => {
      const sentence = sentenceFor(code, {
        "wrong-credentials": t("nameAndWordsDoNotFit"),
      });
      return code === "bad-password" ? { field: "password", sentence } : { sentence };
    },
    done: () => navigate(withNext("/words", next), { replace: true }),
  });
  return (
    <AccountPage
      title={t("withYourTwelveWords")}
      lead={t("theyBringEverythingBackAndLet")}
      footer={
        <Link
          to={withNext("/sign-in", next)}
          className="link inline-flex min-h-target items-center"
        >
          {t("iRememberMyPassword")}
        </Link>
      }
    >
      <form {...form} className="space-y-5">
        <Field
          label={t("yourNameHere")}
          hint={t("theWordYouChoseAndIts")}
          {...control(fields.name)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <TextArea
          label={t("yourTwelveWords")}
          hint={t("inTheirOrderWithSpacesBetween")}
          {...textControl(fields.words)}
          rows={3}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <NewPassword label={t("aNewPassword")} {...control(fields.password, "password")} />
        <SharedDevice field={fields.shared} />
        <FormError>{error}</FormError>
        <Button look="primary" type="submit" wide disabled={!ready} pending={pending}>
          {pending ? t("bringingItBack") : t("goOn")}
        </Button>
      </form>
      <p className="mt-5 text-s text-ink-soft">{t("withoutThePasswordAndWithoutThe")}</p>
    </AccountPage>
  );
}
