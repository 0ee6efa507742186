import { useTranslation } from "react-i18next";
import { table } from "#app/language/table.ts";
import { Who } from "#components/dot.tsx";
import { LetterReader } from "#components/editor/letter-reader.tsx";
import type { LetterBody } from "#domain/pieces/letter.ts";
import { GUESSES, swapParts } from "#domain/pieces/swap.ts";

export type Told = {
  readonly name: string;
  readonly person: "one" | "two";
  readonly body: LetterBody;
};

const GUESSED = table("piece-question", { felt: "felt", needed: "needed", feared: "wasAfraidOf" });

/** What it was like for one of the two, and beside it what the other had thought. */
export function Compare({ of, guess }: { of: Told; guess: Told }) {
  const { t } = useTranslation("piece-question");
  const own = swapParts(of.body);
  const guessed = swapParts(guess.body);
  const told = own ? own.get("own") : of.body;
  const isMe = of.person === "one";
  return (
    <section aria-label={isMe ? t("howItWasForYou") : t("howItWasForName", { name: of.name })}>
      <h2 className="mb-4 text-xl">
        {isMe ? t("howItWasForYou") : t("howItWasForName", { name: of.name })}
      </h2>
      <div className="grid gap-x-12 gap-y-8 wide:grid-cols-2">
        <article className="min-w-0 border-t border-line pt-4">
          <h3 className="mb-4 font-sans text-m font-medium">
            <Who person={of.person}>
              {isMe ? t("yourWords") : t("nameInTheirWords", { name: of.name })}
            </Who>
          </h3>
          {told ? (
            <LetterReader body={told} />
          ) : (
            <p className="text-ink-soft">
              {isMe ? t("youLeftThisOut") : t("nameLeftThisOut", { name: of.name })}
            </p>
          )}
        </article>
        <article className="min-w-0 border-t border-line pt-4">
          <h3 className="mb-4 font-sans text-m font-medium">
            <Who person={guess.person}>
              {isMe ? t("whatNameThought", { name: guess.name }) : t("whatYouThought")}
            </Who>
          </h3>
          {guessed ? (
            <Guesses parts={guessed} />
          ) : (
            <p className="text-ink-soft">{t("itIsNotToldApartFrom")}</p>
          )}
        </article>
      </div>
    </section>
  );
}

function Guesses({ parts }: { parts: NonNullable<ReturnType<typeof swapParts>> }) {
  const { t } = useTranslation("piece-question");
  const made = GUESSES.filter((part) => parts.has(part));
  if (made.length === 0) return <p className="text-ink-soft">{t("noGuessWasMade")}</p>;
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
