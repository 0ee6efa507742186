import { table } from "#app/language/table.ts";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { browserAccount } from "#client/account-browser.ts";
import { sentenceFor } from "#client/sentences.ts";
import { Button } from "#components/button.tsx";
import { Dialog } from "#components/dialog.tsx";
import { PasswordField } from "#components/password-field.tsx";
import type { Result } from "#domain/result.ts";

const WRONG = table("settings", { "wrong-credentials": "notYourPassword" });

type PasswordAgainProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onConfirmed: () => void;
  /** What is done with the password; to show that it is them is enough for most. */
  readonly ask?: (password: string) => Promise<Result<unknown>>;
  /** Why it is asked for. */
  readonly children?: ReactNode;
  /** What giving it does. */
  readonly yes?: string;
};

const confirmed = async (password: string): Promise<Result<unknown>> =>
  (await browserAccount()).confirm(password);

/** Asks for the password once more, before what cannot be undone. */
export function PasswordAgain({
  open,
  onClose,
  onConfirmed,
  ask = confirmed,
  yes,
  children,
}: PasswordAgainProps) {
  const { t } = useTranslation("settings");
  const [password, setPassword] = useState("");
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const close = () => {
    setPassword("");
    setError(null);
    onClose();
  };
  const confirm = async () => {
    if (pending) return;
    setPending(true);
    const done = await ask(password);
    setPending(false);
    if (!done.ok) return setError(sentenceFor(done.refusal.code, WRONG));
    close();
    onConfirmed();
  };
  return (
    <Dialog open={open} onClose={close} title={t("yourPasswordOnceMore")}>
      <form
        method="dialog"
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          void confirm();
        }}
      >
        {children ?? <p>{t("beforeThisIsDoneShowThat")}</p>}
        <PasswordField
          id="password-again"
          label={t("password")}
          autoComplete="current-password"
          value={password}
          errors={error ? [error] : null}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <div className="flex flex-wrap gap-2.5">
          <Button type="submit" pending={pending}>
            {pending ? t("looking") : (yes ?? t("goOn"))}
          </Button>
          <Button look="quiet" onClick={close}>
            {t("leaveIt")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
