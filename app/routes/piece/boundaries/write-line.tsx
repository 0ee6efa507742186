import { useId, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "#client/hooks/use-text.ts";
import type {
  BoundariesDocument,
  Boundary,
  BoundarySettings,
} from "#client/pieces/boundaries-document.ts";
import type { Undo } from "#client/pieces/undo.ts";
import { today } from "#client/rooms/day.ts";
import { Button } from "#components/button.tsx";
import { LineField } from "#components/editor/line-field.tsx";
import { Field, inputClasses } from "#components/field.tsx";
import { Options } from "#components/options.tsx";
import { isPast, MAX_BOUNDARY_WORDS, type Area } from "#domain/pieces/boundaries.ts";
import { CarefulNotice } from "./careful-notice.tsx";
import { KeepHours } from "./keep-hours.tsx";
import { LineFacts } from "./read-line.tsx";
import { AREA, FIRMNESS, SUCH_AS } from "./words.ts";

/** One line of mine: its words, and beneath them what else it says. */
export function WriteLine({
  document,
  undo,
  boundary,
  number,
  areas,
  onEnter,
  side,
}: {
  document: BoundariesDocument;
  undo: Undo;
  boundary: Boundary;
  /** Its place, from 1. */
  number: number;
  /** Those that fit the two. */
  areas: readonly Area[];
  onEnter: () => void;
  /** How it stands towards the other, and what can be done with it. */
  side: ReactNode;
}) {
  const { t } = useTranslation("piece-boundaries");
  const { area, welcome: welcomeText, response: responseText } = boundary;
  const statement = useText(boundary.statement);
  const welcome = useText(welcomeText);
  const response = useText(responseText);
  const [open, setOpen] = useState(statement === "");
  const details = useId();
  const now = today();
  return (
    <div className="boundary-line">
      <div className="min-w-0">
        <LineField
          className="boundary-statement"
          text={boundary.statement}
          undo={undo}
          label={t("lineNumberWhatHoldsForYou", { number })}
          placeholder={t("suchAsValue", { value: SUCH_AS[area] })}
          maxLength={MAX_BOUNDARY_WORDS}
          onEnter={onEnter}
        />
        {!open && (
          <>
            <LineFacts line={boundary} />
            {(welcome || response) && (
              <dl className="boundary-more">
                {welcome && (
                  <div>
                    <dt>{t("welcomeInstead")}</dt>
                    <dd dir="auto">{welcome}</dd>
                  </div>
                )}
                {response && (
                  <div>
                    <dt>{t("ifItIsCrossed")}</dt>
                    <dd dir="auto">{response}</dd>
                  </div>
                )}
              </dl>
            )}
          </>
        )}
        {open && (
          <div id={details} className="mt-3 space-y-4">
            <More label={t("whatIsWelcomeInsteadIfAnything")}>
              <LineField
                text={welcomeText}
                undo={undo}
                label={t("lineNumberWhatIsWelcomeInstead", { number })}
                placeholder={t("suchAsAMessageWhichI")}
                maxLength={MAX_BOUNDARY_WORDS}
              />
            </More>
            <More label={t("whatIWillDoIfIt")}>
              <LineField
                text={responseText}
                undo={undo}
                label={t("lineNumberWhatYouWillDo", { number })}
                placeholder={t("somethingThatIsInYourOwn")}
                maxLength={MAX_BOUNDARY_WORDS}
              />
            </More>
            <Settings document={document} boundary={boundary} areas={areas} />
          </div>
        )}
        <CarefulNotice line={{ statement, welcome, response }} />
        {isPast(boundary.until, now) && <Passed>{t("theDayUntilWhichThisWas")}</Passed>}
        {isPast(boundary.review, now) && <Passed>{t("youWantedToLookAtThis")}</Passed>}
        <div className="mt-2 -ms-2.5 flex flex-wrap">
          <Button
            look="quiet"
            aria-expanded={open}
            aria-controls={open ? details : undefined}
            aria-label={
              open ? t("doneWithLineNumber", { number }) : t("moreAboutLineNumber", { number })
            }
            onClick={() => setOpen(!open)}
          >
            {open ? t("done") : t("moreAboutIt")}
          </Button>
          {area === "hours" && <KeepHours />}
        </div>
      </div>
      {side}
    </div>
  );
}

function More({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="max-w-measure">
      {/* The field inside says its own label, with the number of its line. */}
      <p aria-hidden="true" className="text-s text-ink-soft">
        {label}
      </p>
      {children}
    </div>
  );
}

function Passed({ children }: { children: ReactNode }) {
  return <p className="mt-3 max-w-measure text-s text-ink-soft">{children}</p>;
}

function Settings({
  document,
  boundary,
  areas,
}: {
  document: BoundariesDocument;
  boundary: Boundary;
  areas: readonly Area[];
}) {
  const { t } = useTranslation("piece-boundaries");
  const { id, area, firm } = boundary;
  const key = useId();
  const set = (settings: Partial<BoundarySettings>) => document.set(id, settings);
  const offered = areas.includes(area) ? areas : [...areas, area];
  const day = (name: "until" | "review", label: string, hint: string) => (
    <Field
      id={`${key}-${name}`}
      type="date"
      label={label}
      hint={hint}
      className="min-w-0 flex-1 basis-52"
      value={boundary[name] ?? ""}
      onChange={(event) => set({ [name]: event.currentTarget.value || undefined })}
    />
  );
  return (
    <div className="max-w-measure space-y-4">
      <label className="block space-y-1.5">
        <span className="block font-medium">{t("whatItIsAbout")}</span>
        <select
          className={`${inputClasses} bg-sheet!`}
          value={area}
          onChange={(event) => {
            const chosen = offered.find((one) => one === event.currentTarget.value);
            if (chosen) set({ area: chosen });
          }}
        >
          {offered.map((one) => (
            <option key={one} value={one}>
              {AREA[one]}
            </option>
          ))}
        </select>
      </label>
      <Options
        legend={t("howFirmIsIt")}
        name={`${key}-firm`}
        across
        value={firm ? "firm" : "open"}
        onChange={(value) => set({ firm: value === "firm" })}
        options={[
          { value: "firm", label: FIRMNESS.firm },
          { value: "open", label: FIRMNESS.open },
        ]}
      />
      <div className="flex flex-wrap gap-4">
        {day("until", t("until"), t("leftEmptyItHoldsUntilYou"))}
        {day("review", t("lookAtItAgainOn"), t("itShowsWithTheLineIf"))}
      </div>
    </div>
  );
}
