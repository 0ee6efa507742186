import type { MetaFunction } from "@remix-run/node";
import { AccountPage } from "#components/account-page.tsx";
import { ButtonLink } from "#components/button.tsx";

export const meta: MetaFunction = () => [{ title: "Deleted" }];

/** After an account was deleted: nothing of it is known here any more. */
export default function Deleted() {
  return (
    <AccountPage
      title="Your account is deleted."
      lead="What was yours alone is gone from the server, and this device has forgotten you. There is nothing left to do."
    >
      <p className="mb-6 text-s text-ink-soft">
        Files that you saved are still where you put them. The browser’s list of visited pages is
        not cleared.
      </p>
      <div className="flex flex-wrap gap-2.5">
        <ButtonLink to="/help">Find someone to talk to</ButtonLink>
        <ButtonLink look="quiet" to="/">
          To the first page
        </ButtonLink>
      </div>
    </AccountPage>
  );
}
