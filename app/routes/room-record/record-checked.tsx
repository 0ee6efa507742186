import { useTranslation } from "react-i18next";
import type { OpenedRecord } from "#client/rooms/room-record.ts";
import { Notice } from "#components/notice.tsx";

/** What came of checking the record on this device: one sentence if all of it holds. */
export function RecordChecked({ record: { unsigned, whole, acts } }: { record: OpenedRecord }) {
  const { t } = useTranslation("room-record");
  if (whole && unsigned === 0) {
    if (acts.length === 0) return null;
    return (
      <p role="status" className="mb-6 max-w-measure text-s text-ink-soft">
        {t("checkedOnThisDeviceEachAct")}
      </p>
    );
  }
  return (
    <Notice tone="alarm" live className="mb-6 max-w-measure" title={t("notAllOfThisHolds")}>
      {unsigned > 0 && <p>{t("entriesAreLeftOutHere", { count: unsigned })}</p>}
      {!whole && <p>{t("somethingIsMissingOrWasPut")}</p>}
    </Notice>
  );
}
