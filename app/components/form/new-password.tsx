import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { table } from "#app/language/table.ts";
import { prepareStrength, strengthOf, type Strength } from "#client/password-strength.ts";
import { PasswordField, PasswordMeter, type PasswordFieldProps } from "../password-field.tsx";

const REASONS = table("components", {
  common: "manyPeopleUseIt",
  known: "itIsInYourNameHere",
  pattern: "itFollowsAPattern",
});

/** A new password with its meter. `known`: words that somebody who knows the person would try. */
export function NewPassword({
  known = [],
  ...props
}: Omit<PasswordFieldProps, "autoComplete" | "children"> & { known?: readonly string[] }) {
  const { t } = useTranslation("components");
  const [typed, setTyped] = useState("");
  const [strength, setStrength] = useState<Strength | null>(null);
  const words = known.join(" ");
  useEffect(() => {
    let late = false;
    if (typed === "") {
      setStrength(null);
      return;
    }
    // Not at every key: looking at a long password takes a moment.
    const timer = setTimeout(() => {
      void strengthOf(typed, words.split(" ")).then((found) => {
        if (!late) setStrength(found);
      });
    }, 150);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [typed, words]);
  const weak = strength && strength.score < 3 && strength.reason;
  return (
    <PasswordField
      hint={t("atLeast12CharactersFourOr")}
      {...props}
      autoComplete="new-password"
      onFocus={prepareStrength}
      onInput={(event) => setTyped(event.currentTarget.value)}
    >
      <PasswordMeter
        level={strength?.score ?? null}
        reason={weak ? REASONS[strength.reason] : null}
      />
    </PasswordField>
  );
}
