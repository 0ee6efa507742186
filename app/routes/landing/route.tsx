import type { MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { withNext } from "#client/next-path.ts";
import { Bar } from "#components/bar.tsx";
import { ButtonLink } from "#components/button.tsx";
import { Dot } from "#components/dot.tsx";
import { classes } from "#components/classes.ts";

export const meta: MetaFunction = () => [
  { title: "Threshold" },
  {
    name: "description",
    content:
      "A private place for two people to rebuild trust. Nothing crosses until you both say yes.",
  },
];

export default function Landing() {
  return (
    <>
      <Bar
        actions={
          <>
            <Link to="/safety" className="link flex min-h-target items-center">
              Is this right for me?
            </Link>
            <ButtonLink to="/sign-in">Sign in</ButtonLink>
          </>
        }
      />
      <main id="main" tabIndex={-1} className="flex-1">
        <div className="grid gap-x-16 gap-y-10 px-4 pt-8 sm:px-8 sm:pt-14 wide:grid-cols-[1.15fr_1fr] wide:px-20 wide:pt-20">
          <div>
            <h1 className="max-w-[14ch] text-[clamp(2.5rem,10.5vw,3.9rem)] text-wrap">
              Nothing crosses until you both say yes.
            </h1>
            <p className="mt-5 mb-7 max-w-[46ch] font-serif text-lead leading-[1.6] text-ink-soft">
              A private place for two people to rebuild trust. Write what you need to say, in your
              own time. Offer it when you are ready. It opens only if the other person wants to read
              it.
            </p>
            <div className="flex flex-wrap gap-3">
              <ButtonLink look="primary" to={withNext("/safety", "/begin")}>
                Begin a room for two
              </ButtonLink>
              <ButtonLink to={withNext("/sign-up", "/begin?alone=1")}>Begin alone</ButtonLink>
              <ButtonLink to="/invite">I was given a link</ButtonLink>
            </div>
          </div>
          <ThreePlaces />
        </div>
        <Promises />
      </main>
      <footer className="border-t border-line px-4 py-6 text-s text-ink-soft sm:px-8 wide:px-20 print:hidden">
        <nav aria-label="More" className="flex flex-wrap gap-x-6">
          {[
            ["/safety", "Is this right for me?"],
            ["/practices", "Practices"],
            ["/help", "Find someone to talk to"],
            ["/help/about/counsellors", "For counsellors"],
            ["/sign-in", "Sign in"],
          ].map(([to = "/", label]) => (
            <Link key={to} to={to} className="link flex min-h-target items-center">
              {label}
            </Link>
          ))}
        </nav>
      </footer>
    </>
  );
}

/** How a piece goes from one to the other. The middle one stands back: it is the door. */
function ThreePlaces() {
  return (
    <ol className="grid content-start wide:pt-2.5">
      <Place
        over={
          <>
            <Dot person="one" /> Mine
          </>
        }
        title="You write"
        className="rounded-t-card bg-sheet"
      >
        Encrypted on your device. Nobody else can open it, not even us.
      </Place>
      <Place over="At the door" title="You offer" className="mx-4 bg-sunk sm:mx-6">
        The other person sees an envelope: a letter, short, tender. Silence means nothing.
      </Place>
      <Place
        over={
          <>
            <Dot person="one" /> <Dot person="two" /> Shared
          </>
        }
        title="They open it, if they want to"
        className="rounded-b-card bg-sheet"
      >
        Agree on boundaries. Plan what you each will do. Say how you feel.
      </Place>
    </ol>
  );
}

function Place({
  over,
  title,
  children,
  className,
}: {
  over: ReactNode;
  title: string;
  children: ReactNode;
  className: string;
}) {
  return (
    <li
      className={classes(
        "-mb-px border border-line px-[1.2rem] py-4 shadow-lift last:mb-0",
        className,
      )}
    >
      <p className="mb-1.5 flex items-center gap-2 text-s leading-tight font-medium text-ink-soft">
        {over}
      </p>
      <h2 className="mb-1.5 text-l">{title}</h2>
      <p className="text-s text-ink-soft">{children}</p>
    </li>
  );
}

const PROMISES = [
  [
    "Two yeses",
    "No word, no title and no hint of a draft reaches the other before you offer it and they open it. You can take it back at any time. No reason is ever asked for.",
  ],
  [
    "No one else",
    "What you write is encrypted on your device. Whoever got hold of our computers would still not know what you wrote.",
  ],
  [
    "No pressure, no watching",
    "Nobody sees when you were here, or whether you have looked. Pause, block or leave at once, alone, without a reason.",
  ],
  [
    "Nothing lost",
    "What you saw saved is there after a crash, a dead battery, a day offline, or a lost password with your recovery words in hand.",
  ],
] as const;

function Promises() {
  return (
    <section
      aria-labelledby="promises"
      className="px-4 pt-14 pb-14 sm:px-8 sm:pt-20 wide:px-20 wide:pt-28 wide:pb-20"
    >
      <h2 id="promises" className="text-2xl">
        Four promises
      </h2>
      <dl className="mt-6 grid gap-x-16 gap-y-7 sm:grid-cols-2">
        {PROMISES.map(([name, words]) => (
          <div key={name} className="border-t border-line pt-4">
            <dt className="font-serif text-l font-medium">{name}</dt>
            <dd className="mt-1 max-w-[52ch] text-ink-soft">{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
