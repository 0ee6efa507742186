import { Link, PrefetchPageLinks, useNavigate } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import * as z from "zod";
import { titled } from "#app/language/titled.ts";
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
export const meta = titled("unlock", "locked");

const schema = z.object({ password });

export default function Unlock() {
  const { t } = useTranslation("unlock");
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
        ? { field: "password", sentence: t("thatIsNotThePassword") }
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
      title={t("locked")}
      lead={name ? t("putAwayOf", { name }) : t("putAway")}
      footer={
        <div className="flex flex-wrap items-center gap-x-3">
          <Link
            to={withNext("/recover", next)}
            className="link me-auto inline-flex min-h-target items-center"
          >
            {t("iHaveLostMyPassword")}
          </Link>
          <span>{t("notYouOrNoLongerYour")}</span>
          <Button
            look="quiet"
            pending={leaving}
            onClick={() => {
              setLeaving(true);
              void signOutHere().then(() => navigate("/sign-in", { replace: true }));
            }}
          >
            {t("signOutHere")}
          </Button>
        </div>
      }
    >
      {/* Signed out without a network, this page must be able to show that one. Not on the server: what it
          renders there is no page that a browser could go on with. */}
      {standing && <PrefetchPageLinks page="/sign-in" />}
      <form {...form} className="space-y-5">
        {/* For password managers, which go by the name. */}
        <input type="text" autoComplete="username" value={name} readOnly hidden />
        <PasswordField
          label={t("password")}
          {...control(fields.password, "password")}
          autoComplete="current-password"
          autoFocus
        />
        <FormError>{error}</FormError>
        <Button look="primary" type="submit" wide disabled={!ready} pending={pending}>
          {pending ? t("unlocking") : t("unlock")}
        </Button>
      </form>
    </AccountPage>
  );
}
