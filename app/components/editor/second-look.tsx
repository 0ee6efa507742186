import { useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { MirrorClass } from "#client/mirror/finding.ts";
import { Button } from "#components/button.tsx";
import { Switch } from "#components/switch.tsx";
import { MOST_MARKS } from "./mirror-marks.ts";
import type { useSecondLook } from "./use-second-look.ts";

export type LookPlace = {
  readonly number: number;
  readonly class: MirrorClass;
  readonly words: string;
  /** In which field, where there are several. */
  readonly where?: string;
};

/** What the mirror found, as a quiet list beneath what one writes. */
export function SecondLook<Place extends LookPlace>({
  look,
  places,
  onGo,
  onPutAway,
  onClose,
}: {
  readonly look: ReturnType<typeof useSecondLook>;
  readonly places: readonly Place[];
  readonly onGo: (place: Place) => void;
  readonly onPutAway: (place: Place) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation("mirror");
  const heading = useRef<HTMLHeadingElement>(null);
  const titled = useId();
  const { stage, along } = look;
  const reading = stage === "reading";
  const count = places.length;
  return (
    <section className="letter-mirror" aria-labelledby={titled}>
      <h2 id={titled} ref={heading} tabIndex={-1} className="mirror-title">
        {t("aSecondLook")}
      </h2>
      <p className="mirror-note">{t("ifYouLikeThisDeviceLooks")}</p>
      <div className="mirror-acts">
        <Button pending={reading} onClick={look.read}>
          {reading ? t("reading") : stage === "read" ? t("readItAgain") : t("readItThroughWithMe")}
        </Button>
        {stage === "read" && (
          <Button
            look="quiet"
            onClick={() => {
              look.putAway(places);
              look.close();
              onClose();
            }}
          >
            {t("putAllAway")}
          </Button>
        )}
        <Switch
          label={t("readAlongWhileIWrite")}
          checked={along}
          onChange={(event) => look.readAlong(event.currentTarget.checked)}
        />
      </div>
      {/* Nobody is told in the middle of a sentence that they did not ask about. */}
      <p role="status" aria-live={along ? "off" : "polite"} className="mirror-note">
        {stage === "read" &&
          (count === 0
            ? t("thereIsNoPlaceToShow")
            : count === MOST_MARKS
              ? t("theseAreTheFirstCountPlaces", { count })
              : t("thereArePlacesYouMay", { count }))}
        {stage === "unread" && t("itCouldNotBeReadJust")}
      </p>
      {stage === "read" && count > 0 && (
        <ol className="mirror-list">
          {places.map((place) => {
            const { number, words, where } = place;
            const name = t(`${place.class}Name`);
            return (
              <li key={number} value={number}>
                <h3>
                  <span data-mirror={place.class} className="mirror-name">
                    {name}
                  </span>
                  {where ? t("wordsAtPlaceIn", { words, where }) : t("wordsAtPlace", { words })}
                </h3>
                <p>{t(`${place.class}Why`)}</p>
                <p>{t("anotherWayToBeginBegin", { begin: t(`${place.class}Begin`) })}</p>
                <div className="mirror-acts">
                  <Button
                    look="quiet"
                    aria-label={t("goToPlaceNumberWords", { number, words })}
                    onClick={() => onGo(place)}
                  >
                    {t("goToIt")}
                  </Button>
                  <Button
                    look="quiet"
                    aria-label={t("putItAwayPlaceNumberWords", { number, words })}
                    onClick={() => {
                      look.putAway([place]);
                      onPutAway(place);
                      heading.current?.focus();
                    }}
                  >
                    {t("putItAway")}
                  </Button>
                </div>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
