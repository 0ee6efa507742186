import { Link } from "@remix-run/react";
import { Trans, useTranslation } from "react-i18next";
import type { Going } from "#client/rooms/what-goes.ts";
import { otherName, roomName, theOther } from "../room/words.ts";

/** One room: what is erased, what stays with the other, and what they see. */
export function RoomGoes({ going, petname }: { going: Going; petname: string }) {
  const { t } = useTranslation("settings-delete");
  const { room, shared, mine, offered, together } = going;
  const other = otherName(petname);
  return (
    <section aria-labelledby={`room-${room}`}>
      <h2 id={`room-${room}`} className="mb-2 text-xl">
        {roomName(petname, shared)}
      </h2>
      <ul className="list-disc space-y-1.5 ps-5">
        <li>{mine === 0 ? t("youHaveWrittenNothingAloneHere") : t("erased", { count: mine })}</li>
        {!shared && <li>{t("nobodyElseIsInItThe")}</li>}
        {shared && offered > 0 && (
          <li>
            <Trans
              t={t}
              i18nKey="ofThemStandOfferedWhat"
              count={offered}
              values={{ other }}
              components={{ a: <Link className="link" to={`/room/${room}`} /> }}
            />
          </li>
        )}
        {shared && together > 0 && <li>{t("together", { count: together, other })}</li>}
        {shared && <li>{t("nameSeesThatTheRoomIs", { name: theOther(petname) })}</li>}
      </ul>
    </section>
  );
}
