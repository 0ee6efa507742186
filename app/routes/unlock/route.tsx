import type { MetaFunction } from "@remix-run/node";
import { useNavigate } from "@remix-run/react";
import { useEffect, useState } from "react";
import * as z from "zod";
import { browserAccount, signOutHere } from "#client/account-browser.ts";
import { useStanding } from "#client/hooks/use-standing.ts";
import { withNext } from "#client/next-path.ts";
import { sentenceFor } from "#client/sentences.ts";
import { AccountPage } from "#components/account-page.tsx";
import { Button } from "#components/button.tsx";
import { FormError } from "#components/form/form-error.tsx";
import { password } from "#components/form/schemas.ts";
import { control, useAsking } from "#components/form/use-asking.ts";
import { PasswordField } from "#components/password-field.tsx";
import { useNext } from "../frame/use-next.ts";

/** Says nothing about what is behind it. */
export const meta: MetaFunction = () => [{ title: "Locked" }];

const schema = z.object({ password });

export default function Unlock() {
  const standing = useStanding();
  const navigate = useNavigate();
  const next = useNext();
  const [leaving, setLeaving] = useState(false);
  const { form, fields, pending, ready, error } = useAsking({
    id: "unlock",
    schema,
    ask: ({ password }) => browserAccount().then((one) => one.unlock(password)),
    say: (code) =>
      code === "wrong-credentials"
        ? { field: "password", sentence: "That is not the password." }
        : { sentence: sentenceFor(code) },
    done: () => navigate(next, { replace: true }),
  });

  const where = standing?.is;
  useEffect(() => {
    if (where === "signed-out") navigate(withNext("/sign-in", next), { replace: true });
    if (where === "unlocked") navigate(next, { replace: true });
  }, [where, next, navigate]);

  const name = standing?.is === "locked" ? standing.name : "";
  return (
    <AccountPage
      title="Locked"
      lead={<>Your keys are put away. Type your password to go on{name && ` as ${name}`}.</>}
      footer={
        <div className="flex flex-wrap items-center gap-x-3">
          <span>Not you, or no longer your device?</span>
          <Button
            look="quiet"
            pending={leaving}
            onClick={() => {
              setLeaving(true);
              void signOutHere().then(() => navigate("/sign-in", { replace: true }));
            }}
          >
            Sign out here
          </Button>
        </div>
      }
    >
      <form {...form} className="space-y-5">
        {/* For password managers, which go by the name. */}
        <input type="text" autoComplete="username" value={name} readOnly hidden />
        <PasswordField
          label="Password"
          {...control(fields.password, "password")}
          autoComplete="current-password"
          autoFocus
        />
        <FormError>{error}</FormError>
        <Button look="primary" type="submit" wide disabled={!ready} pending={pending}>
          {pending ? "Unlocking" : "Unlock"}
        </Button>
      </form>
    </AccountPage>
  );
}
