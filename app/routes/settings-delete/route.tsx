import type { MetaFunction } from "@remix-run/node";
import { useState } from "react";
import { deleteAccountHere } from "#client/account-browser.ts";
import { sentenceFor } from "#client/sentences.ts";
import { Bar } from "#components/bar.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import { Status } from "#components/status.tsx";
import { Unlocked } from "../unlocked/unlocked.tsx";
import { AskToDelete } from "./ask-to-delete.tsx";

export const meta: MetaFunction = () => [{ title: "Delete my account" }];

const NOT_DONE: Readonly<Record<string, string>> = {
  offline: "There is no connection, and nothing was deleted. Try again when the network is back.",
  fault:
    "It could not be finished. Some of it may be gone already; try again, and the rest goes too.",
};

/**
 * The end of an account: what it does is said first, and everything can be saved before. While it is being
 * deleted the unlocked page is not shown, for it would lead to signing in as soon as the session ends;
 * then the document is left for good, and nothing of it stays in memory.
 */
export default function DeleteAccount() {
  const [erasing, setErasing] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const erase = async () => {
    setErasing(true);
    const deleted = await deleteAccountHere();
    if (deleted.ok) return location.replace("/deleted");
    setTrouble(sentenceFor(deleted.refusal.code, NOT_DONE));
    setErasing(false);
  };
  return (
    <>
      <Bar back={{ to: "/settings", label: "Settings" }} />
      <Page>
        <PageTitle lead="Read first what goes, and what stays with the other.">
          Delete my account
        </PageTitle>
        {erasing ? (
          <p className="font-medium">
            <Status>Deleting everything that is yours alone.</Status>
          </p>
        ) : (
          <Unlocked fallback={<SkeletonText />}>
            {() => <AskToDelete trouble={trouble} onDelete={() => void erase()} />}
          </Unlocked>
        )}
      </Page>
    </>
  );
}
