import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import type { TogetherOpened } from "#client/hooks/use-together-piece.ts";
import { Bar } from "#components/bar.tsx";
import { Chip } from "#components/chip.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import { KIND } from "../../room/words.ts";
import type { TogetherKind } from "./use-written-together.ts";

/** A piece that both write, while it opens, or when it does not. */
export function NotOpenYet({ kind, is }: { kind: TogetherKind; is: TogetherOpened["is"] }) {
  const { t } = useTranslation("piece-together");
  const { room } = useInRoom();
  return (
    <>
      <Bar
        back={{ to: `/room/${room}#shared`, label: t("room") }}
        status={
          <span className="max-sm:hidden">
            <Chip>{KIND[kind]}</Chip>
          </span>
        }
      />
      <Page>
        {is === "refused" ? (
          <Notice tone="alarm" live title={t("doesNotOpenWithTheseKeys")}>
            {t("nothingWasChangedAskTheOther")}
          </Notice>
        ) : (
          <SkeletonText label={t("opening")} />
        )}
      </Page>
    </>
  );
}
