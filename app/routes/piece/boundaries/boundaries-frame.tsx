import { Link } from "@remix-run/react";
import { createContext, useContext, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { table } from "#app/language/table.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { Bar } from "#components/bar.tsx";
import { Chip } from "#components/chip.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { KIND, otherName } from "../../room/words.ts";
import "./boundaries.css";

export const TABS = ["mine", "yours", "agreed"] as const;
export type Tab = (typeof TABS)[number];

/** Which part of the page is open. */
export const TabContext = createContext<Tab>("mine");

const LEAD = table("piece-boundaries", {
  mine: "whatHoldsForYouAndWhat",
  yours: "whatHoldsForThemYouCannot",
  agreed: "whatHasBecomeAnAgreementLines",
});

/** The one page for both: mine, theirs, and what was agreed. */
export function BoundariesFrame({
  status,
  actions,
  footer,
  children,
}: {
  status?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation("piece-boundaries");
  const { room, scene } = useInRoom();
  const open = useContext(TabContext);
  const label: Record<Tab, string> = {
    mine: t("mine"),
    yours: t("fromName", { name: otherName(scene.petname) }),
    agreed: t("agreed"),
  };
  return (
    <>
      <Bar
        back={{ to: `/room/${room}#${open === "mine" ? "mine" : "shared"}`, label: t("room") }}
        status={
          <>
            <span className="max-sm:hidden">
              <Chip>{KIND.boundaries}</Chip>
            </span>
            {status}
          </>
        }
        actions={actions}
      />
      <Page>
        <PageTitle lead={LEAD[open]}>{KIND.boundaries}</PageTitle>
        <nav aria-label={t("whoseBoundaries")} className="mb-6 print:hidden">
          <ul className="flex flex-wrap gap-x-6 border-b border-line">
            {TABS.map((tab) => (
              <li key={tab}>
                <Link
                  className="tab"
                  to={{ hash: tab }}
                  replace
                  preventScrollReset
                  aria-current={tab === open ? "page" : undefined}
                >
                  {label[tab]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {children}
      </Page>
      {footer && (
        <footer className="sticky bottom-0 z-10 flex flex-wrap items-center gap-2.5 border-t border-line bg-paper px-4 py-3 sm:px-8 wide:px-16 print:hidden">
          {footer}
        </footer>
      )}
    </>
  );
}
