import { useEffect, useState } from "react";
import * as z from "zod";
import { sentenceFor } from "#client/sentences.ts";
import type { Account } from "#client/account.ts";
import { AccountPage } from "#components/account-page.tsx";
import { Button, ButtonLink } from "#components/button.tsx";
import { Field } from "#components/field.tsx";
import { FormError } from "#components/form/form-error.tsx";
import { control, useAsking } from "#components/form/use-asking.ts";
import { Notice } from "#components/notice.tsx";
import { saveAsFile } from "./save-as-file.ts";
import { twoPlaces } from "./places.ts";

const word = z.string({ error: "Type this word." });
const schema = z.object({ first: word, second: word });

type TwelveWordsProps = {
  readonly name: string;
  readonly words: readonly string[];
  readonly confirm: Account["confirmRecoveryWords"];
  readonly done: () => void;
  /** Where "Later" leads. */
  readonly later: string;
};

/** The words, then two of them typed back. */
export function TwelveWords({ name, words, confirm, done, later }: TwelveWordsProps) {
  const [written, setWritten] = useState(false);
  return written ? (
    <TypeTwoBack confirm={confirm} done={done} again={() => setWritten(false)} />
  ) : (
    <AccountPage
      title="Twelve words that bring everything back"
      lead="If you forget your password or lose this device, these words and your name are the only way back to what you wrote."
    >
      <div className="space-y-5">
        <ol className="columns-2 gap-x-6 rounded-card border border-edge bg-paper px-5 py-3 font-serif text-l sm:columns-3">
          {words.map((one, place) => (
            <li key={place} className="flex break-inside-avoid items-baseline gap-2.5 py-1.5">
              <span className="w-5 text-right font-sans text-s text-ink-soft tabular-nums">
                {place + 1}
              </span>
              <span className="select-all">{one}</span>
            </li>
          ))}
        </ol>
        <Notice tone="care" title="Whoever has these words can read everything.">
          <p>
            Keep them away from where the other lives, and off any device that somebody else opens.
            Paper is good.
          </p>
        </Notice>
        <div className="flex flex-wrap gap-2.5">
          <Button look="primary" onClick={() => setWritten(true)}>
            I have written them down
          </Button>
          <Button
            onClick={() =>
              saveAsFile(
                "words.txt",
                [name, ...words.map((one, place) => `${place + 1} ${one}`), ""].join("\n"),
              )
            }
          >
            Save as a text file
          </Button>
          <ButtonLink look="quiet" to={later}>
            Later
          </ButtonLink>
        </div>
      </div>
    </AccountPage>
  );
}

/** Fair numbers from 0 up to 1, from the browser's own source. */
const random = () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;

function TypeTwoBack({
  confirm,
  done,
  again,
}: Pick<TwelveWordsProps, "confirm" | "done"> & { readonly again: () => void }) {
  const [[one, two]] = useState(() => twoPlaces(random));
  const { form, fields, pending, ready, error } = useAsking({
    id: "two-words",
    schema,
    ask: ({ first, second }) =>
      confirm([
        { place: one, word: first },
        { place: two, word: second },
      ]),
    say: (code) => ({ sentence: sentenceFor(code) }),
    done,
  });
  const firstId = fields.first.id;
  useEffect(() => document.getElementById(firstId)?.focus(), [firstId]);
  const plain = { autoComplete: "off", autoCapitalize: "none", spellCheck: false } as const;
  return (
    <AccountPage
      title="Type two of them"
      lead="So that both of us know that they are written down. Afterwards they are not shown again."
    >
      <form {...form} className="space-y-5">
        <Field label={`Word ${one + 1}`} {...control(fields.first)} {...plain} />
        <Field label={`Word ${two + 1}`} {...control(fields.second)} {...plain} />
        <FormError>{error}</FormError>
        <div className="flex flex-wrap gap-2.5">
          <Button look="primary" type="submit" disabled={!ready} pending={pending}>
            {pending ? "Looking" : "That is them"}
          </Button>
          <Button look="quiet" onClick={again}>
            Show them again
          </Button>
        </div>
      </form>
    </AccountPage>
  );
}
