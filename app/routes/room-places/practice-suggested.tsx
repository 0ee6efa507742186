import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { Button, ButtonLink } from "#components/button.tsx";
import { suggestion } from "#domain/practices/walk.ts";
import { useWalk } from "../practices/mine.tsx";
import { PRACTICES } from "../practices/practices.ts";
import { sayMinutes } from "../practices/words.ts";

/** One practice at the foot of the room. Waved away it is gone, and no other takes its place. */
export function PracticeSuggested() {
  const { t } = useTranslation("practices");
  const { hand } = useInRoom();
  const mine = useWalk(hand.keyring);
  const next = mine && suggestion(PRACTICES, mine.walk);
  if (!mine || !next || mine.walk.away || mine.walk.waved.has(next.id)) return null;
  return (
    <aside
      aria-label={t("oneSuggestion")}
      className="mx-4 flex flex-wrap items-center gap-x-5 gap-y-1.5 border-t border-line py-4 text-s text-ink-soft sm:mx-8 wide:mx-14"
    >
      <span>{t(next.with === "alone" ? "whenYouHaveTimeAlone" : "forTheTwoOfYou")}</span>
      <b className="font-serif text-m font-medium text-ink">{next.title}</b>
      <span>
        {next.theme} · {sayMinutes(next.minutes)}
      </span>
      <span className="flex flex-wrap gap-2.5 sm:ms-auto">
        <Button look="quiet" onClick={() => void mine.take({ is: "waved", practice: next.id })}>
          {t("notForNow")}
        </Button>
        <ButtonLink to={`/practices/${next.id}`}>{t("open")}</ButtonLink>
      </span>
    </aside>
  );
}
