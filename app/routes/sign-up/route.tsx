import { Link } from "@remix-run/react";
import { useState } from "react";
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
import { NewPassword } from "#components/form/new-password.tsx";
import { chosenWord, newPassword, onOrOff } from "#components/form/schemas.ts";
import { SharedDevice } from "#components/form/shared-device.tsx";
import { control, useAsking } from "#components/form/use-asking.ts";
import { useAlreadyHere } from "../frame/use-already-here.ts";
import { useNext } from "../frame/use-next.ts";
import { NewName } from "./new-name.tsx";

export const meta = titled("sign-up", "aNameAndAPassword");

const schema = z.object({ word: chosenWord, password: newPassword, shared: onOrOff });

export default function SignUp() {
  const { t } = useTranslation("sign-up");
  const next = useNext();
  useAlreadyHere(next);
  const [name, setName] = useState<string | null>(null);
  const { form, fields, pending, ready, error } = useAsking({
    id: "sign-up",
    schema,
    ask: ({ word, password, shared }) =>
      browserAccount().then((one) => one.signUp({ word, password, remember: !shared })),
    say: (code) => {
      const sentence = sentenceFor(code);
      if (code === "bad-word" || code === "word-full") return { field: "word", sentence };
      if (code === "bad-password") return { field: "password", sentence };
      return { sentence };
    },
    done: (made) => setName(made.name),
  });
  if (name) return <NewName name={name} next={next} />;
  return (
    <AccountPage
      title={t("aNameAndAPassword")}
      lead={t("noEMailAddressNoTelephone")}
      footer={
        <p className="flex flex-wrap items-center gap-x-5">
          <Link to={withNext("/sign-in", next)} className="link flex min-h-target items-center">
            {t("iHaveANameHereAlready")}
          </Link>
        </p>
      }
    >
      <form {...form} className="space-y-5">
        <Field
          label={t("aWord")}
          hint={t("lettersFromAToZLike")}
          {...control(fields.word)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <NewPassword
          label={t("aPassword")}
          {...control(fields.password, "password")}
          known={fields.word.value ? [fields.word.value] : []}
        />
        <SharedDevice field={fields.shared} />
        <FormError>{error}</FormError>
        <Button look="primary" type="submit" wide disabled={!ready} pending={pending}>
          {pending ? t("makingYourKeys") : t("goOn")}
        </Button>
      </form>
    </AccountPage>
  );
}
