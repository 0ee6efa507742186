import { Trans, useTranslation } from "react-i18next";
import { exit } from "#client/lock/exit.ts";
import { buttonClasses } from "./button.tsx";
import { classes } from "./classes.ts";

/**
 * "Exit this page": blanks, locks and leaves. It is a link, so that it leads away also before scripts
 * run and without them; `short` is for narrow places, where its accessible name stays whole.
 */
export function Exit({ short = false, className }: { short?: boolean; className?: string }) {
  const { t } = useTranslation("components");
  return (
    <a
      href="/left"
      role="button"
      draggable={false}
      className={buttonClasses("exit", false, className)}
      onClick={(event) => {
        event.preventDefault();
        exit();
      }}
      onKeyDown={(event) => {
        if (event.key === " ") event.currentTarget.click();
      }}
    >
      <span>
        <Trans
          t={t}
          i18nKey="exitThisPage"
          components={{ span: <span className={classes(short ? "sr-only" : "max-sm:sr-only")} /> }}
        />
      </span>
    </a>
  );
}
