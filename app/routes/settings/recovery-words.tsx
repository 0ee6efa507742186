import { useNavigate } from "@remix-run/react";
import { useState } from "react";
import { browserAccount } from "#client/account-browser.ts";
import { useIndex } from "#client/hooks/use-index.ts";
import { Button, ButtonLink } from "#components/button.tsx";
import { PasswordAgain } from "./password-again.tsx";

/** Where they are shown until two of them were typed back; afterwards nobody has them but their person. */
const SHOWN = "/words?next=%2Fsettings";

/** The twelve words: written down still to be, or made anew by somebody who has lost them. */
export function RecoveryWords() {
  const { recoveryWords } = useIndex();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  return (
    <div className="max-w-measure space-y-4">
      <p>
        {recoveryWords
          ? "They wait to be written down. Until then every device of yours can show them."
          : "They bring everything back if you lose your password. They were shown to you once, and are kept nowhere else."}
      </p>
      {!recoveryWords && (
        <p>
          If you have lost them, or think that somebody has seen them, make new ones. The old ones
          open nothing from then on. Your password stays, and you stay signed in everywhere.
        </p>
      )}
      <div className="flex flex-wrap gap-2.5">
        {recoveryWords && <ButtonLink to={SHOWN}>Show my words</ButtonLink>}
        <Button look={recoveryWords ? "quiet" : "plain"} onClick={() => setAsking(true)}>
          Make new words
        </Button>
      </div>
      <PasswordAgain
        open={asking}
        onClose={() => setAsking(false)}
        ask={async (password) => (await browserAccount()).makeNewWords(password)}
        onConfirmed={() => navigate(SHOWN)}
      >
        <p>
          New words need your password. The words that you have now stop working; you see the new
          ones next.
        </p>
      </PasswordAgain>
    </div>
  );
}
