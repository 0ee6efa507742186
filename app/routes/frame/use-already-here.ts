import { useNavigate } from "@remix-run/react";
import { useEffect } from "react";
import { browserAccount } from "#client/account-browser.ts";
import { useStanding } from "#client/hooks/use-standing.ts";
import { withNext } from "#client/next-path.ts";

/**
 * For the pages that lead in: whoever is in already goes on to `next`, whoever is locked to the unlock
 * page. Somebody whose session has ended on the server stays: they must sign in again.
 */
export function useAlreadyHere(next: string): void {
  const standing = useStanding();
  const navigate = useNavigate();
  const is = standing?.is;
  useEffect(() => {
    if (is === "locked") navigate(withNext("/unlock", next), { replace: true });
    if (is !== "unlocked") return;
    let late = false;
    void browserAccount()
      .then((account) => account.keyring.current()?.index.refresh())
      .then((fresh) => {
        if (!late && fresh?.ok) navigate(next, { replace: true });
      });
    return () => {
      late = true;
    };
  }, [is, next, navigate]);
}
