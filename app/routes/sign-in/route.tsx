import type { MetaFunction } from "@remix-run/node";
import { Link, useNavigate } from "@remix-run/react";
import * as z from "zod";
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

export const meta: MetaFunction = () => [{ title: "Sign in" }];

const schema = z.object({ name: signInName, password, shared: onOrOff });

export default function SignIn() {
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
        "wrong-credentials":
          "Name and password do not fit together. Look at the four digits, and at capital letters in the password.",
      }),
    }),
    done: () => navigate(next, { replace: true }),
  });
  return (
    <AccountPage
      title="Sign in"
      footer={
        <p className="flex flex-wrap gap-x-5">
          <Link to={withNext("/recover", next)} className="link flex min-h-target items-center">
            I have lost my password
          </Link>
          <Link to={withNext("/sign-up", next)} className="link flex min-h-target items-center">
            I am new here
          </Link>
        </p>
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
        <PasswordField
          label="Password"
          {...control(fields.password, "password")}
          autoComplete="current-password"
        />
        <SharedDevice field={fields.shared} />
        <FormError>{error}</FormError>
        <Button look="primary" type="submit" wide disabled={!ready} pending={pending}>
          {pending ? "Signing in" : "Sign in"}
        </Button>
      </form>
    </AccountPage>
  );
}
