import { useNavigate } from "@remix-run/react";
import { useCallback, useEffect, useState } from "react";
import { titled } from "#app/language/titled.ts";
import { browserAccount } from "#client/account-browser.ts";
import type { Account } from "#client/account.ts";
import { useTab } from "#client/hooks/use-tab.ts";
import { useNext } from "../frame/use-next.ts";
import { Unlocked } from "../unlocked/unlocked.tsx";
import { Looking, WordsToShow } from "./words-to-show.tsx";

export const meta = titled("words", "twelveWords");

export default function Words() {
  return <Unlocked fallback={<Looking />}>{() => <Pending />}</Unlocked>;
}

function Pending() {
  const { keyring } = useTab().hand;
  // Kept for as long as the page is open: typing two of them back makes them go from the index.
  const [answer, setAnswer] = useState<Awaited<ReturnType<Account["showRecoveryWords"]>> | null>(
    null,
  );
  const navigate = useNavigate();
  const next = useNext();
  const look = useCallback(async () => {
    setAnswer(null);
    setAnswer(await (await browserAccount()).showRecoveryWords());
  }, []);
  useEffect(() => void look(), [look]);
  return (
    <WordsToShow
      name={keyring.name}
      answer={answer}
      look={() => void look()}
      confirm={async (typed) => (await browserAccount()).confirmRecoveryWords(typed)}
      done={() => navigate(next, { replace: true })}
      next={next}
    />
  );
}
