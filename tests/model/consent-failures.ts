/**
 * Runs that once failed, by what was wrong, as the failure told them (`stepsOf` reads them). Both forms of
 * the model begin with these.
 */
export const PAST_FAILURES: Readonly<Record<string, string>> = {
  "the end of a timed pause reached the relay by a real timer alone":
    "bo connect 0, ada pause 3157, ada sleep 2, bo push 0",
  "a statement rested on the taking back of a letter that its reader had refused":
    "bo offer 0, ada tell-no 0, bo take-back 0, ada offer 0, bo tell-no 1",
  "a statement rested on the taking back of a proposal that was refused":
    "bo propose 0, ada put-off 991, bo withdraw 0, ada propose 0, bo put-off 8027",
};
