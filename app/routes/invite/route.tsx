import type { MetaFunction } from "@remix-run/node";
import { useSearchParams } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { interfaceWords } from "#app/language/languages.ts";
import { browserApi } from "#client/api.ts";
import { heldLink, isBlockedHere } from "#client/rooms/given-link.ts";
import { lookAt } from "#client/rooms/pairing.ts";
import { Bar } from "#components/bar.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import { Page } from "#components/page.tsx";
import type { Bytes } from "#domain/bytes.ts";
import { ComeIn } from "./come-in.tsx";
import { Invited } from "./invited.tsx";
import { ClosedLink, LeftAlone } from "./closed-link.tsx";
import { PasteLink } from "./paste-link.tsx";

/** The tab says nothing of what this is, for it may be seen by somebody else. */
export const meta: MetaFunction = () => {
  const t = interfaceWords("invite");
  return [{ title: t("aPageForYou") }, { name: "robots", content: "noindex" }];
};

type State =
  | { readonly is: "looking" }
  | { readonly is: "no-link" }
  | { readonly is: "offline" }
  /** Wrong, used, expired, withdrawn and blocked are one. */
  | { readonly is: "closed" }
  | { readonly is: "open"; readonly secret: Bytes }
  /** "No" or "block" was chosen just now. */
  | { readonly is: "left-alone"; readonly blocked: boolean };

async function look(): Promise<State> {
  const secret = heldLink();
  if (!secret) return { is: "no-link" };
  if (secret === "unreadable") return { is: "closed" };
  if (await isBlockedHere(secret)) return { is: "closed" };
  const looked = await lookAt(browserApi(), secret);
  if (looked.ok) return { is: "open", secret };
  return { is: looked.refusal.code === "offline" ? "offline" : "closed" };
}

/** What somebody sees who was handed a link. No account is needed, and nobody learns of it. */
export default function Invitation() {
  const { t } = useTranslation("invite");
  const [state, setState] = useState<State>({ is: "looking" });
  const [attempt, setAttempt] = useState(0);
  const [search] = useSearchParams();
  useEffect(() => {
    let left = false;
    void look().then((found) => !left && setState(found));
    return () => {
      left = true;
    };
  }, [attempt]);

  return (
    <>
      <Bar />
      {state.is === "looking" && (
        <Page>
          <SkeletonText label={t("oneMoment")} />
        </Page>
      )}
      {state.is === "no-link" && <PasteLink onGiven={() => setAttempt(attempt + 1)} />}
      {(state.is === "closed" || state.is === "offline") && (
        <ClosedLink
          offline={state.is === "offline"}
          onTryAgain={() => setAttempt(attempt + 1)}
          onOther={() => setState({ is: "no-link" })}
        />
      )}
      {state.is === "left-alone" && <LeftAlone blocked={state.blocked} />}
      {state.is === "open" &&
        (search.has("in") || search.has("paused") ? (
          <ComeIn
            secret={state.secret}
            paused={search.has("paused")}
            onClosed={() => setState({ is: "closed" })}
          />
        ) : (
          <Invited
            secret={state.secret}
            onLeft={(blocked) => setState({ is: "left-alone", blocked })}
          />
        ))}
    </>
  );
}
