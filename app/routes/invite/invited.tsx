import { Link, useNavigate } from "@remix-run/react";
import { useState } from "react";
import { withNext } from "#client/next-path.ts";
import { blockHere, letLinkGo } from "#client/rooms/given-link.ts";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { Choice } from "#components/sheet.tsx";
import type { Bytes } from "#domain/bytes.ts";
import { SampleRoom } from "./sample-room.tsx";

/** The invitation itself: what this is, what it is not, and four choices. */
export function Invited({ secret, onLeft }: { secret: Bytes; onLeft: (blocked: boolean) => void }) {
  const navigate = useNavigate();
  const [sure, setSure] = useState(false);
  const leave = async (block: boolean) => {
    if (block) await blockHere(secret);
    letLinkGo();
    onLeft(block);
  };
  return (
    <Page>
      <PageTitle lead="Somebody made a private room and handed you the one link into it. They know that they did; they do not learn what you do with it.">
        Nobody learns that you opened this. Closing it is fine.
      </PageTitle>
      <div className="max-w-measure space-y-8">
        <section aria-labelledby="what">
          <h2 id="what" className="mb-2 text-xl">
            What it is
          </h2>
          <p>
            Threshold is a private place for two people to rebuild trust. Each writes alone, in
            their own time. Nothing crosses to the other before its author has offered it and the
            other has chosen to open it. You never have to open, answer or write anything. It is not
            a chat: dates and errands are better kept elsewhere.
          </p>
        </section>
        <section aria-labelledby="promises">
          <h2 id="promises" className="mb-2 text-xl">
            What we promise
          </h2>
          <dl className="space-y-3">
            <div>
              <dt className="font-semibold">Two yeses</dt>
              <dd className="text-ink-soft">
                Nothing of what you write reaches them before you offer it and they open it, and the
                other way round.
              </dd>
            </div>
            <div>
              <dt className="font-semibold">No one else</dt>
              <dd className="text-ink-soft">
                What you write is encrypted on your device. We cannot read it.
              </dd>
            </div>
            <div>
              <dt className="font-semibold">No pressure, no watching</dt>
              <dd className="text-ink-soft">
                They cannot see whether you are there, whether you read, or when. You can pause or
                stop at any time, alone, without a reason.
              </dd>
            </div>
            <div>
              <dt className="font-semibold">Nothing lost</dt>
              <dd className="text-ink-soft">
                What is yours stays yours, also when the other leaves.
              </dd>
            </div>
          </dl>
        </section>
        <SampleRoom />
        <Notice tone="care" title="Before you decide">
          <p>
            If you are afraid of this person, if they have threatened or hurt you, follow you, or
            press you to come in, or if a court has ordered no contact: you need not come in, and we
            advise against it.
          </p>
          <p>
            <Link className="link" to={withNext("/safety", "/invite")}>
              Is this right for me?
            </Link>{" "}
            asks a few plain questions, on your device alone.{" "}
            <Link className="link" to="/help">
              Here is help
            </Link>
            , by country.
          </p>
        </Notice>
        <section aria-labelledby="choose">
          <h2 id="choose" className="mb-2 text-xl">
            You choose
          </h2>
          <Choice
            title="Yes"
            action={
              <Button wide onClick={() => void navigate("/invite?in")}>
                Yes
              </Button>
            }
          >
            You make an account, or use yours, and come in. They see that the room is for two now.
          </Choice>
          <Choice
            title="Not now"
            action={
              <Button wide onClick={() => void leave(false)}>
                Not now
              </Button>
            }
          >
            Nothing changes. The link works until it expires or is withdrawn; keep it where only you
            find it.
          </Choice>
          <Choice
            title="No"
            action={
              <Button wide onClick={() => void leave(false)}>
                No
              </Button>
            }
          >
            You leave it here. Nothing is sent, and nobody is told.
          </Choice>
          <Choice
            title="Block"
            action={
              sure ? (
                <Button wide onClick={() => void leave(true)}>
                  Yes, block it
                </Button>
              ) : (
                <Button wide onClick={() => setSure(true)}>
                  Block
                </Button>
              )
            }
          >
            This link does not open on this device any more. Nothing is sent, and nobody is told.
          </Choice>
        </section>
      </div>
    </Page>
  );
}
