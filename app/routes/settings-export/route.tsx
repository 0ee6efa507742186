import type { MetaFunction } from "@remix-run/node";
import { useEffect, useRef, useState } from "react";
import { gatherOwnData } from "#client/export/gather.ts";
import type { Progress } from "#client/export/gathering.ts";
import { useTab } from "#client/hooks/use-tab.ts";
import { sentenceFor } from "#client/sentences.ts";
import { Bar } from "#components/bar.tsx";
import { Button, ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import { Status } from "#components/status.tsx";
import type { OwnData } from "#domain/own-data.ts";
import { guideOf, wordsOf } from "../room/guides.ts";
import { PasswordAgain } from "../settings/password-again.tsx";
import { Unlocked } from "../unlocked/unlocked.tsx";
import { saveAsFile } from "../words/save-as-file.ts";

export const meta: MetaFunction = () => [{ title: "Save everything of mine" }];

/** Everything of mine as files. They are made here: nothing of them is sent. */
export default function Export() {
  return (
    <>
      <Bar back={{ to: "/settings", label: "Settings" }} />
      <Page>
        <PageTitle lead="What you wrote, what you opened, what you both agreed, and your record, as files on this device.">
          Save everything of mine
        </PageTitle>
        <Unlocked fallback={<SkeletonText />}>{() => <Collect />}</Unlocked>
      </Page>
    </>
  );
}

type State =
  | { readonly is: "ready" }
  | { readonly is: "collecting"; readonly progress: Progress | null }
  | { readonly is: "collected"; readonly data: OwnData }
  | { readonly is: "failed"; readonly code: string };

/** Names that say nothing about where the files are from. */
const PAGE = "mine.html";
const JSON_FILE = "mine.json";

function Collect() {
  const { hand, live, device, locks } = useTab();
  const [state, setState] = useState<State>({ is: "ready" });
  const [asking, setAsking] = useState(false);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const collect = async () => {
    const stop = new AbortController();
    running.current = stop;
    setState({ is: "collecting", progress: null });
    const onProgress = (progress: Progress) => {
      if (!stop.signal.aborted) setState({ is: "collecting", progress });
    };
    const { signal } = stop;
    const guides = { of: guideOf, wordsOf };
    const gathered = await gatherOwnData({
      ...{ hand, live, device, locks, guides, onProgress, signal },
    });
    if (signal.aborted) return;
    if (gathered.ok) return setState({ is: "collected", data: gathered.value });
    const { code } = gathered.refusal;
    if (code !== "confirm-again") return setState({ is: "failed", code });
    setState({ is: "ready" });
    setAsking(true);
  };
  const cancel = () => {
    running.current?.abort();
    setState({ is: "ready" });
  };

  return (
    <div className="max-w-measure space-y-6">
      <PasswordAgain
        open={asking}
        onClose={() => setAsking(false)}
        onConfirmed={() => void collect()}
      />
      {state.is === "collected" ? (
        <Collected data={state.data} onAgain={() => void collect()} />
      ) : (
        <>
          <p>
            Your pieces are opened one by one on this device and put together here. Nothing of that
            is sent anywhere, and the other does not learn of it. Words that the other has not
            offered to you, or has taken back, are not in it.
          </p>
          <Notice tone="care" title="The files are not encrypted.">
            <p>
              Whoever finds them can read them, also what the other chose to show you alone. Keep
              them where only you look.
            </p>
          </Notice>
          {state.is === "failed" && (
            <Notice tone="alarm" live title="The files could not be made.">
              {sentenceFor(state.code, {
                offline:
                  "There is no connection, and without it something might be missing. Try again when the network is back.",
                fault: "Something went wrong on our side. Nothing was changed: please try again.",
              })}
            </Notice>
          )}
          {state.is === "collecting" ? (
            <Collecting progress={state.progress} onCancel={cancel} />
          ) : (
            <Button look="primary" onClick={() => void collect()}>
              {state.is === "failed" ? "Try again" : "Collect everything"}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function Collecting({ progress, onCancel }: { progress: Progress | null; onCancel: () => void }) {
  const said = progress ? `Reading ${progress.done} of ${progress.of}` : "Beginning";
  return (
    <div className="space-y-3">
      <p id="how-far" className="font-medium">
        {said}
      </p>
      <progress
        aria-labelledby="how-far"
        className="block h-2.5 w-full accent-one"
        max={progress?.of ?? 1}
        value={progress?.done}
      />
      <Status quiet>Collecting</Status>
      <Button onClick={onCancel}>Stop</Button>
    </div>
  );
}

function Collected({ data, onAgain }: { data: OwnData; onAgain: () => void }) {
  const [pending, setPending] = useState(false);
  const savePage = async () => {
    setPending(true);
    // React's own writer of markup, the fonts and the look: fetched by those who want it.
    const { exportPage } = await import("./document.tsx");
    saveAsFile(PAGE, exportPage(data), "text/html");
    setPending(false);
  };
  const missing = missingIn(data);
  return (
    <Notice
      live
      title="Everything is collected."
      actions={
        <>
          <Button pending={pending} onClick={() => void savePage()}>
            A page to read and print
          </Button>
          <Button
            onClick={() => saveAsFile(JSON_FILE, JSON.stringify(data, null, 2), "application/json")}
          >
            A file for programs (JSON)
          </Button>
          <Button look="quiet" onClick={onAgain}>
            Collect again
          </Button>
          <ButtonLink look="quiet" to="/settings">
            Done
          </ButtonLink>
        </>
      }
    >
      <p>{countOf(data)} Nothing is saved yet: choose a file. Both hold the same.</p>
      {missing > 0 && (
        <p>
          {missing === 1 ? "One thing" : `${missing} things`} could not be read. The files say
          which.
        </p>
      )}
    </Notice>
  );
}

function countOf({ rooms }: OwnData): string {
  const pieces = rooms.reduce(
    (sum, { written, opened, together, questions }) =>
      sum + written.length + opened.length + together.length + questions.length,
    0,
  );
  const inRooms = rooms.length === 1 ? "one room" : `${rooms.length} rooms`;
  return `${pieces === 1 ? "One piece" : `${pieces} pieces`} in ${inRooms}.`;
}

const missingIn = ({ rooms, closedRooms }: OwnData): number =>
  rooms.reduce(
    (sum, { written, opened, together }) =>
      sum + [...written, ...opened, ...together].filter(({ missing }) => missing).length,
    closedRooms.length,
  );
