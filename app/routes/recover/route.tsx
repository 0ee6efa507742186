import type { MetaFunction } from "@remix-run/node";
import { Link, useNavigate } from "@remix-run/react";
import * as z from "zod";
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

export const meta: MetaFunction = () => [{ title: "With your twelve words" }];

const schema = z.object({
  name: signInName,
  words: recoveryWords,
  password: newPassword,
  shared: onOrOff,
});

export default function Recover() {
  const navigate = useNavigate();
  const next = useNext();
  const { form, fields, pending, ready, error } = useAsking({
    id: "recover",
    schema,
    ask: ({ name, words, password, shared }) =>
      browserAccount().then((one) => one.recover({ name, words, password, remember: !shared })),
    say: (code) => {
      const sentence = sentenceFor(code, {
        "wrong-credentials":
          "Name and words do not fit together. Look at the four digits, and at each word and its place.",
      });
      return code === "bad-password" ? { field: "password", sentence } : { sentence };
    },
    done: () => navigate(withNext("/words", next), { replace: true }),
  });
  return (
    <AccountPage
      title="With your twelve words"
      lead="They bring everything back and let you choose a new password. You will be signed out everywhere else, and get twelve new words: these no longer work then."
      footer={
        <Link
          to={withNext("/sign-in", next)}
          className="link inline-flex min-h-target items-center"
        >
          I remember my password
        </Link>
      }
    >
      <form {...form} className="space-y-5">
        <Field
          label="Your name here"
          hint="The word you chose and its four digits."
          {...control(fields.name)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <TextArea
          label="Your twelve words"
          hint="In their order, with spaces between them."
          {...textControl(fields.words)}
          rows={3}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <NewPassword label="A new password" {...control(fields.password, "password")} />
        <SharedDevice field={fields.shared} />
        <FormError>{error}</FormError>
        <Button look="primary" type="submit" wide disabled={!ready} pending={pending}>
          {pending ? "Bringing it back" : "Go on"}
        </Button>
      </form>
      <p className="mt-5 text-s text-ink-soft">
        Without the password and without the words nobody can open what you wrote, we least of all.
        You can begin anew with another name.
      </p>
    </AccountPage>
  );
}
