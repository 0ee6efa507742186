import { useState } from "react";
import { useTranslation } from "react-i18next";
import { interfaceWords } from "#app/language/languages.ts";
import { useIndex } from "#client/hooks/use-index.ts";
import { useTab } from "#client/hooks/use-tab.ts";
import { sentenceFor } from "#client/sentences.ts";
import { FormError } from "#components/form/form-error.tsx";
import { Options, type Option } from "#components/options.tsx";
import { Switch } from "#components/switch.tsx";
import { known } from "#domain/newer.ts";
import { KeepOut } from "../practices/keep-out.tsx";
import { useWalk } from "../practices/mine.tsx";
import { IDLE_MINUTES, idleMinutesOf, type Index } from "#domain/index-schema.ts";

const MINUTES: readonly Option[] = IDLE_MINUTES.map((minutes) => {
  const t = interfaceWords("settings");
  return {
    value: String(minutes),
    label: t("minutes", { count: minutes }),
  };
});

/** What is kept in the sealed index: each change is saved at once. */
export function Preferences() {
  const { t } = useTranslation("settings");
  const index = useIndex();
  const { keyring } = useTab().hand;
  const mine = useWalk(keyring);
  const [complaint, setComplaint] = useState<string | null>(null);
  // A choice shows at once; what the server says comes a moment later.
  const [chosen, setChosen] = useState<Partial<Index["prefs"]>>({});
  const shown: Index = { ...index, prefs: { ...index.prefs, ...chosen } };
  const change = async (prefs: Partial<Index["prefs"]>) => {
    setChosen((before) => ({ ...before, ...prefs }));
    const done = await keyring.index.update((now) => ({
      ...now,
      prefs: { ...now.prefs, ...prefs },
    }));
    setChosen({});
    setComplaint(done.ok ? null : sentenceFor(done.refusal.code));
  };
  return (
    <div className="space-y-4">
      <Options
        legend={t("lockWhenNobodyHasDoneAnything")}
        name="idle-minutes"
        options={MINUTES}
        value={String(idleMinutesOf(shown))}
        across
        onChange={(value) => {
          const idleMinutes = IDLE_MINUTES.find((minutes) => String(minutes) === value);
          if (idleMinutes) void change({ idleMinutes });
        }}
      />
      <div>
        <Switch
          label={t("aNeutralTitleAndIconIn")}
          checked={known(shown.prefs.neutralTitle) ?? false}
          onChange={(event) => void change({ neutralTitle: event.currentTarget.checked })}
        />
        <p className="text-s text-ink-soft">{t("theTabIsCalledNotesThen")}</p>
      </div>
      {mine && <KeepOut walk={mine.walk} take={mine.take} />}
      <FormError>{complaint ?? mine?.complaint ?? null}</FormError>
    </div>
  );
}
