import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { titled } from "#app/language/titled.ts";
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
import { cardOf } from "../room/decks.ts";
import { guideOrSwap, wordsOf } from "../room/guides.ts";
import { PasswordAgain } from "../settings/password-again.tsx";
import { Unlocked } from "../unlocked/unlocked.tsx";
import { saveAsFile } from "../words/save-as-file.ts";

export const meta = titled("settings-export", "saveEverythingOfMine");

/** Everything of mine as files. They are made here: nothing of them is sent. */
export default function Export() {
  const { t } = useTranslation("settings-export");
  return (
    <>
      <Bar back={{ to: "/settings", label: t("settings") }} />
      <Page>
        <PageTitle lead={t("whatYouWroteWhatYouOpened")}>{t("saveEverythingOfMine")}</PageTitle>
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
  const { t } = useTranslation("settings-export");
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
    const guides = { of: guideOrSwap, wordsOf };
    const gathered = await gatherOwnData({
      ...{ hand, live, device, locks, guides, cardOf, onProgress, signal },
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
          <p>{t("yourPiecesAreOpenedOneBy")}</p>
          <Notice tone="care" title={t("theFilesAreNotEncrypted")}>
            <p>{t("whoeverFindsThemCanReadThem")}</p>
          </Notice>
          {state.is === "failed" && (
            <Notice tone="alarm" live title={t("theFilesCouldNotBeMade")}>
              {sentenceFor(state.code, {
                offline: t("thereIsNoConnectionAndWithout"),
                fault: t("somethingWentWrongOnOurSide"),
              })}
            </Notice>
          )}
          {state.is === "collecting" ? (
            <Collecting progress={state.progress} onCancel={cancel} />
          ) : (
            <Button look="primary" onClick={() => void collect()}>
              {state.is === "failed" ? t("tryAgain") : t("collectEverything")}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function Collecting({ progress, onCancel }: { progress: Progress | null; onCancel: () => void }) {
  const { t } = useTranslation("settings-export");
  const said = progress
    ? t("readingDoneOfOf", { done: progress.done, of: progress.of })
    : t("beginning");
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
      <Status quiet>{t("collecting")}</Status>
      <Button onClick={onCancel}>{t("stop")}</Button>
    </div>
  );
}

function Collected({ data, onAgain }: { data: OwnData; onAgain: () => void }) {
  const { t } = useTranslation("settings-export");
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
      title={t("everythingIsCollected")}
      actions={
        <>
          <Button pending={pending} onClick={() => void savePage()}>
            {t("aPageToReadAndPrint")}
          </Button>
          <Button
            onClick={() => saveAsFile(JSON_FILE, JSON.stringify(data, null, 2), "application/json")}
          >
            {t("aFileForProgramsJson")}
          </Button>
          <Button look="quiet" onClick={onAgain}>
            {t("collectAgain")}
          </Button>
          <ButtonLink look="quiet" to="/settings">
            {t("done2")}
          </ButtonLink>
        </>
      }
    >
      <p>
        {t("collected", {
          count: piecesIn(data),
          rooms: t("rooms", { count: data.rooms.length }),
        })}
      </p>
      {missing > 0 && <p>{t("thingsCouldNotBeRead", { count: missing })}</p>}
    </Notice>
  );
}

const piecesIn = ({ rooms }: OwnData): number =>
  rooms.reduce(
    (sum, { written, opened, together, questions }) =>
      sum + written.length + opened.length + together.length + questions.length,
    0,
  );

const missingIn = ({ rooms, closedRooms }: OwnData): number =>
  rooms.reduce((sum, { written, opened, together, questions }) => {
    const asked = questions.flatMap(({ mine, theirs, rounds }) => [mine, theirs, ...rounds]);
    const all = [...written, ...opened, ...together, ...asked];
    return sum + all.filter((one) => one?.missing).length;
  }, closedRooms.length);
