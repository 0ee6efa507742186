import {
  getFormProps,
  getInputProps,
  getTextareaProps,
  useForm,
  type FieldMetadata,
  type SubmissionResult,
} from "@conform-to/react";
import { getZodConstraint, parseWithZod } from "@conform-to/zod/v4";
import { useState } from "react";
import type * as z from "zod";
import { useHydrated } from "#client/hooks/use-hydrated.ts";
import type { Result } from "#domain/result.ts";

type Fields = Record<string, string | boolean>;

export type Complaint<Name extends string> = {
  /** The field that it is about; the whole form when left out. */
  readonly field?: Name;
  readonly sentence: string;
};

export type AskingOptions<Values extends Fields, T> = {
  readonly id: string;
  readonly schema: z.ZodType<Values, Fields>;
  /** Called with what was filled in, one at a time. */
  readonly ask: (values: Values) => Promise<Result<T>>;
  /** A refusal in words. */
  readonly say: (code: string) => Complaint<keyof Values & string>;
  readonly done: (value: T, values: Values) => void;
};

/**
 * A form that is answered on this device or through a client function, never by the browser's own
 * submission: passwords must not leave the device, so the form is `method="dialog"`, which sends nothing
 * even before scripts run. A refusal leaves every field as it was typed.
 */
export function useAsking<Values extends Fields, T>({
  id,
  schema,
  ask,
  say,
  done,
}: AskingOptions<Values, T>) {
  const [lastResult, setLastResult] = useState<SubmissionResult<string[]> | null>(null);
  const [pending, setPending] = useState(false);
  const hydrated = useHydrated();
  const [form, fields] = useForm<Values, Values>({
    id,
    lastResult,
    constraint: getZodConstraint(schema),
    shouldValidate: "onSubmit",
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    onSubmit(event, { submission }) {
      event.preventDefault();
      if (pending || submission?.status !== "success") return;
      const values = submission.value;
      setPending(true);
      setLastResult(null);
      void (async () => {
        const answer = await ask(values).catch(() => null);
        setPending(false);
        if (answer?.ok) {
          done(answer.value, values);
          return;
        }
        const { field, sentence } = say(answer ? answer.refusal.code : "fault");
        setLastResult(
          field
            ? submission.reply({ fieldErrors: { [field]: [sentence] } as never })
            : submission.reply({ formErrors: [sentence] }),
        );
      })();
    },
  });
  return {
    /** For the `<form>`. */
    form: { ...getFormProps(form), method: "dialog" },
    fields,
    pending,
    /** Nothing can be asked before scripts run. */
    ready: hydrated,
    /** What is wrong with the whole, not with one field. */
    error: form.errors?.[0] ?? null,
  };
}

/** What a field's control needs, from conform; the rest (label, hint) is the page's. */
export function control(
  field: FieldMetadata<string | undefined>,
  type: "text" | "password" = "text",
) {
  const { key: _key, "aria-describedby": _described, ...props } = getInputProps(field, { type });
  return { ...props, id: field.id, errors: field.errors ?? null };
}

/** The same for several lines. */
export function textControl(field: FieldMetadata<string | undefined>) {
  const { key: _key, "aria-describedby": _described, ...props } = getTextareaProps(field);
  return { ...props, id: field.id, errors: field.errors ?? null };
}
