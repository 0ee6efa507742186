import type { OpenedRecord } from "#client/rooms/room-record.ts";
import { Notice } from "#components/notice.tsx";

/** What came of checking the record on this device: one sentence if all of it holds. */
export function RecordChecked({ record: { unsigned, whole, acts } }: { record: OpenedRecord }) {
  if (whole && unsigned === 0) {
    if (acts.length === 0) return null;
    return (
      <p role="status" className="mb-6 max-w-measure text-s text-ink-soft">
        Checked on this device: each act that you both see carries the signature of who did it, and
        nothing is missing between them.
      </p>
    );
  }
  return (
    <Notice tone="alarm" live className="mb-6 max-w-measure" title="Not all of this holds.">
      {unsigned > 0 && (
        <p>
          {unsigned === 1 ? "One entry is" : `${unsigned} entries are`} left out here: the server
          tells of something that does not carry the signature of who is said to have done it.
        </p>
      )}
      {!whole && (
        <p>
          Something is missing, or was put in another’s place: this is not the record that your
          devices have seen before. What you read here may not be all of it. Nothing new is signed
          until it is whole again.
        </p>
      )}
    </Notice>
  );
}
