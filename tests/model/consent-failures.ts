/**
 * Runs that once failed, by what was wrong, as the failure told them (`stepsOf` reads them). Both forms of
 * the model begin with these.
 */
export const PAST_FAILURES: Readonly<Record<string, string>> = {
  "the end of a timed pause reached the relay by a real timer alone":
    "bo connect 0, ada pause 3157, ada sleep 2, bo push 0",
};
