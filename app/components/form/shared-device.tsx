import { getInputProps, type FieldMetadata } from "@conform-to/react";
import { Switch } from "../switch.tsx";

/** Asked wherever a device is entered. Off: the device remembers, and unlocks without the network. */
export function SharedDevice({ field }: { field: FieldMetadata<boolean | undefined> }) {
  const { key: _key, type: _type, ...input } = getInputProps(field, { type: "checkbox" });
  return (
    <div>
      <Switch label="This is a shared device" {...input} aria-describedby={`${field.id}-hint`} />
      <p id={`${field.id}-hint`} className="text-s text-ink-soft">
        Nothing is kept on it then: you sign in each time, and what is not saved yet is lost when
        the page closes.
      </p>
    </div>
  );
}
