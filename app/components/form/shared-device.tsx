import { getInputProps, type FieldMetadata } from "@conform-to/react";
import { useTranslation } from "react-i18next";
import { Switch } from "../switch.tsx";

/** Asked wherever a device is entered. Off: the device remembers, and unlocks without the network. */
export function SharedDevice({ field }: { field: FieldMetadata<boolean | undefined> }) {
  const { t } = useTranslation("components");
  const { key: _key, type: _type, ...input } = getInputProps(field, { type: "checkbox" });
  return (
    <div>
      <Switch label={t("thisIsASharedDevice")} {...input} aria-describedby={`${field.id}-hint`} />
      <p id={`${field.id}-hint`} className="text-s text-ink-soft">
        {t("nothingIsKeptOnItThen")}
      </p>
    </div>
  );
}
