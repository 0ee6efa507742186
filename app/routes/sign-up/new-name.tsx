import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { AccountPage } from "#components/account-page.tsx";
import { ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";

/** Shown once, after signing up: the whole name, to be written down. */
export function NewName({ name, next }: { name: string; next: string }) {
  const { t } = useTranslation("sign-up");
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <AccountPage title={t("yourNameHere")}>
      <div ref={heading} tabIndex={-1} role="status">
        <p className="rounded-card border border-edge bg-paper px-5 py-4 text-center font-serif text-2xl tracking-wide break-all select-all">
          {name}
        </p>
      </div>
      <div className="mt-5 space-y-4">
        <p>{t("youNeedItWithYourPassword")}</p>
        <Notice>
          <p>{t("weCannotSendItToYou")}</p>
        </Notice>
        <ButtonLink look="primary" to={next} replace wide>
          {t("iHaveWrittenItDown")}
        </ButtonLink>
      </div>
    </AccountPage>
  );
}
