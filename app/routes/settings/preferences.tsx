import { useState } from "react";
import { useIndex } from "#client/hooks/use-index.ts";
import { useTab } from "#client/hooks/use-tab.ts";
import { sentenceFor } from "#client/sentences.ts";
import { FormError } from "#components/form/form-error.tsx";
import { Options, type Option } from "#components/options.tsx";
import { Switch } from "#components/switch.tsx";
import { IDLE_MINUTES, idleMinutesOf, type Index } from "#domain/index-schema.ts";

const MINUTES: readonly Option[] = IDLE_MINUTES.map((minutes) => ({
  value: String(minutes),
  label: minutes === 1 ? "1 minute" : `${minutes} minutes`,
}));

/** What is kept in the sealed index: each change is saved at once. */
export function Preferences() {
  const index = useIndex();
  const { keyring } = useTab().hand;
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
        legend="Lock when nobody has done anything for"
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
          label="A neutral title and icon in the browser’s tab"
          checked={shown.prefs.neutralTitle ?? false}
          onChange={(event) => void change({ neutralTitle: event.currentTarget.checked })}
        />
        <p className="text-s text-ink-soft">The tab is called “Notes” then.</p>
      </div>
      <FormError>{complaint}</FormError>
    </div>
  );
}
