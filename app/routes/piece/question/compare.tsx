import { Who } from "#components/dot.tsx";
import { LetterReader } from "#components/editor/letter-reader.tsx";
import type { LetterBody } from "#domain/pieces/letter.ts";
import { GUESSES, swapParts } from "#domain/pieces/swap.ts";

export type Told = {
  readonly name: string;
  readonly person: "one" | "two";
  readonly body: LetterBody;
};

const GUESSED: Record<(typeof GUESSES)[number], string> = {
  felt: "Felt",
  needed: "Needed",
  feared: "Was afraid of",
};

/** What it was like for one of the two, and beside it what the other had thought. */
export function Compare({ of, guess }: { of: Told; guess: Told }) {
  const own = swapParts(of.body);
  const guessed = swapParts(guess.body);
  const told = own ? own.get("own") : of.body;
  const isMe = of.person === "one";
  return (
    <section aria-label={isMe ? "How it was for you" : `How it was for ${of.name}`}>
      <h2 className="mb-4 text-xl">{isMe ? "How it was for you" : `How it was for ${of.name}`}</h2>
      <div className="grid gap-x-12 gap-y-8 wide:grid-cols-2">
        <article className="min-w-0 border-t border-line pt-4">
          <h3 className="mb-4 font-sans text-m font-medium">
            <Who person={of.person}>{isMe ? "Your words" : `${of.name}, in their words`}</Who>
          </h3>
          {told ? (
            <LetterReader body={told} />
          ) : (
            <p className="text-ink-soft">
              {isMe ? "You left this out." : `${of.name} left this out.`}
            </p>
          )}
        </article>
        <article className="min-w-0 border-t border-line pt-4">
          <h3 className="mb-4 font-sans text-m font-medium">
            <Who person={guess.person}>
              {isMe ? `What ${guess.name} thought` : "What you thought"}
            </Who>
          </h3>
          {guessed ? (
            <Guesses parts={guessed} />
          ) : (
            <p className="text-ink-soft">It is not told apart from the rest of their words.</p>
          )}
        </article>
      </div>
    </section>
  );
}

function Guesses({ parts }: { parts: NonNullable<ReturnType<typeof swapParts>> }) {
  const made = GUESSES.filter((part) => parts.has(part));
  if (made.length === 0) return <p className="text-ink-soft">No guess was made.</p>;
  return (
    <dl className="space-y-5">
      {made.map((part) => {
        const body = parts.get(part);
        return (
          <div key={part}>
            <dt className="mb-1 text-s text-ink-soft">{GUESSED[part]}</dt>
            <dd>{body && <LetterReader body={body} />}</dd>
          </div>
        );
      })}
    </dl>
  );
}
