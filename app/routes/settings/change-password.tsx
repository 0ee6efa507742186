import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as z from "zod";
import { browserAccount } from "#client/account-browser.ts";
import { useTab } from "#client/hooks/use-tab.ts";
import { sentenceFor } from "#client/sentences.ts";
import { Button } from "#components/button.tsx";
import { FormError } from "#components/form/form-error.tsx";
import { NewPassword } from "#components/form/new-password.tsx";
import { newPassword, password } from "#components/form/schemas.ts";
import { control, useAsking } from "#components/form/use-asking.ts";
import { PasswordField } from "#components/password-field.tsx";

const schema = z.object({ current: password, next: newPassword });

export function ChangePassword() {
  const { t } = useTranslation("settings");
  const { name } = useTab().hand.keyring;
  // A new number makes the form anew, empty, once a password is changed.
  const [changed, setChanged] = useState(0);
  return (
    <>
      <p role="status" className="mb-3 font-medium text-one empty:hidden">
        {changed > 0 && t("yourPasswordIsChangedYouAre")}
      </p>
      <PasswordForm key={changed} name={name} done={() => setChanged(changed + 1)} />
    </>
  );
}

function PasswordForm({ name, done }: { name: string; done: () => void }) {
  const { t } = useTranslation("settings");
  const { form, fields, pending, ready, error } = useAsking({
    id: "change-password",
    schema,
    ask: ({ current, next }) =>
      browserAccount().then((account) => account.changePassword({ current, next })),
    say: (code) => {
      if (code === "wrong-credentials") {
        return { field: "current", sentence: t("thatIsNotYourPresentPassword") };
      }
      const sentence = sentenceFor(code);
      return code === "bad-password" ? { field: "next", sentence } : { sentence };
    },
    done,
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
      <Button type="submit" disabled={!ready} pending={pending}>
        {pending ? t("changingIt") : t("changeIt")}
      </Button>
    </form>
  );
}
