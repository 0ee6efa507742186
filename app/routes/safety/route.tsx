import type { MetaFunction } from "@remix-run/node";
import { Bar } from "#components/bar.tsx";
import { ButtonLink } from "#components/button.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { SafetyCheck } from "#components/safety-check.tsx";
import { useNext } from "../frame/use-next.ts";
import { AboutAbuse } from "./about-abuse.tsx";

export const meta: MetaFunction = () => [{ title: "Is this right for me?" }];

/** The same place, with everything paused from the first moment on. */
function paused(path: string): string {
  const [pathname = "/", search] = path.split("?");
  const params = new URLSearchParams(search);
  params.set("paused", "1");
  return `${pathname}?${params.toString()}`;
}

export default function Safety() {
  const next = useNext("/");
  /** Somebody comes here on the way into a room, or at any other time. */
  const goingIn = next !== "/";
  return (
    <>
      <Bar />
      <Page className="space-y-12">
        <section aria-label="Questions">
          <PageTitle lead="A few questions, for you alone. What you answer stays on this page: it is not sent, not stored, and gone when you leave.">
            Is this right for me?
          </PageTitle>
          <SafetyCheck
            where={goingIn ? "outside" : "inside"}
            help={<ButtonLink to="/help">Find someone to talk to</ButtonLink>}
            goOn={<ButtonLink to={next}>{goingIn ? "Go on" : "To the first page"}</ButtonLink>}
            paused={
              goingIn ? (
                <ButtonLink to={paused(next)}>Come in, paused</ButtonLink>
              ) : (
                <ButtonLink to="/rooms">To your rooms, where you can pause</ButtonLink>
              )
            }
          />
          <noscript>
            <p className="mt-4 max-w-measure">
              Without scripts this page cannot put your answers together. Read the questions all the
              same: if one of them is so, or you are not sure, please talk to somebody first and do
              not go on.
            </p>
          </noscript>
        </section>
        <AboutAbuse />
      </Page>
    </>
  );
}
