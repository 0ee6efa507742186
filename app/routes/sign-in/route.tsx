import { Link, useNavigate } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import * as z from "zod";
import { titled } from "#app/language/titled.ts";
import { browserAccount } from "#client/account-browser.ts";
import { withNext } from "#client/next-path.ts";
import { sentenceFor } from "#client/sentences.ts";
import { AccountPage } from "#components/account-page.tsx";
import { Button } from "#components/button.tsx";
import { Field } from "#components/field.tsx";
import { FormError } from "#components/form/form-error.tsx";
import { onOrOff, password, signInName } from "#components/form/schemas.ts";
import { SharedDevice } from "#components/form/shared-device.tsx";
import { control, useAsking } from "#components/form/use-asking.ts";
import { PasswordField } from "#components/password-field.tsx";
import { useAlreadyHere } from "../frame/use-already-here.ts";
import { useNext } from "../frame/use-next.ts";

export const meta = titled("sign-in", "signIn");

const schema = z.object({ name: signInName, password, shared: onOrOff });

export default function SignIn() {
  const { t } = useTranslation("sign-in");
  const navigate = useNavigate();
  const next = useNext();
  useAlreadyHere(next);
  const { form, fields, pending, ready, error } = useAsking({
    id: "sign-in",
    schema,
    ask: ({ name, password, shared }) =>
      browserAccount().then((one) => one.signIn({ name, password, remember: !shared })),
    say: (code) => ({
      sentence: sentenceFor(code, {
        "wrong-credentials": t("nameAndPasswordDoNotFit"),
      }),
    }),
    done: () => navigate(next, { replace: true }),
  });
  return (
    <AccountPage
      title={t("signIn")}
      footer={
        <p className="flex flex-wrap gap-x-5">
          <Link to={withNext("/recover", next)} className="link flex min-h-target items-center">
            {t("iHaveLostMyPassword")}
          </Link>
          <Link to={withNext("/sign-up", next)} className="link flex min-h-target items-center">
            {t("iAmNewHere")}
          </Link>
        </p>
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
        <PasswordField
          label={t("password")}
          {...control(fields.password, "password")}
          autoComplete="current-password"
        />
        <SharedDevice field={fields.shared} />
        <FormError>{error}</FormError>
        <Button look="primary" type="submit" wide disabled={!ready} pending={pending}>
          {pending ? t("signingIn") : t("signIn")}
        </Button>
      </form>
    </AccountPage>
  );
}
