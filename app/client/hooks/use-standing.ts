import { useEffect, useState } from "react";
import { browserAccount } from "#client/account-browser.ts";
import type { Standing } from "#client/account.ts";

/** How this tab stood when the page was opened; `null` until that is known. */
export function useStanding(): Standing | null {
  const [standing, setStanding] = useState<Standing | null>(null);
  useEffect(() => {
    let late = false;
    void browserAccount()
      .then((account) => account.restore())
      .then((found) => {
        if (!late) setStanding(found);
      });
    return () => {
      late = true;
    };
  }, []);
  return standing;
}
