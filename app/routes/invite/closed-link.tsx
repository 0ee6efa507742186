import { Button, ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { Page, PageTitle } from "#components/page.tsx";

/** One page for every link that does not open, whatever the reason. */
export function ClosedLink({
  offline,
  onTryAgain,
  onOther,
}: {
  offline: boolean;
  onTryAgain: () => void;
  onOther: () => void;
}) {
  if (offline) {
    return (
      <Page>
        <PageTitle lead="The link is kept in this tab until you are back online.">
          There is no connection just now.
        </PageTitle>
        <Button onClick={onTryAgain}>Try again</Button>
      </Page>
    );
  }
  return (
    <Page>
      <PageTitle lead="It may be incomplete, used, expired, withdrawn or blocked: we cannot say which. If you expected it to open, ask the person who handed it to you for a new one, if you want to.">
        This link does not open anything.
      </PageTitle>
      <div className="flex flex-wrap gap-2.5">
        <Button onClick={onOther}>Use another link</Button>
        <ButtonLink look="quiet" to="/">
          What is this place?
        </ButtonLink>
      </div>
    </Page>
  );
}

/** After "not now", "no" and "block": nothing more is asked. */
export function LeftAlone({ blocked }: { blocked: boolean }) {
  return (
    <Page>
      <PageTitle
        lead={
          blocked
            ? "The link does not open on this device any more. Nothing was sent, and nobody was told."
            : "Nothing was sent, and nobody was told. You can close this page."
        }
      >
        That is fine.
      </PageTitle>
      <Notice tone="care" title="If something worries you">
        There are people to talk to, also when nothing has happened yet.
      </Notice>
      <p className="mt-5">
        <ButtonLink to="/help">Find someone to talk to</ButtonLink>
      </p>
    </Page>
  );
}
