/**
 * The one policy of ours that pages allow (`trusted-types threshold`): the only strings that may become
 * scripts are the addresses of this build's own files.
 */
type Policy = { readonly createScriptURL: (address: string) => unknown };
type Factory = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => Policy;
};

/** Throws a TypeError for an address that is not one of ours. */
function ownScript(address: string): string {
  const url = new URL(address, location.origin);
  const built = url.pathname.startsWith("/assets/") || import.meta.env.DEV;
  if (url.origin !== location.origin || !built) throw new TypeError("not a script of ours");
  return url.href;
}

let policy: Policy | null = null;

/** An address that `new Worker` takes, also under `require-trusted-types-for 'script'`. */
export function scriptAddress(address: string): string {
  const factory = (globalThis as { readonly trustedTypes?: Factory }).trustedTypes;
  if (!factory) return ownScript(address);
  policy ??= factory.createPolicy("threshold", { createScriptURL: ownScript });
  // The DOM's types do not know that a TrustedScriptURL is taken where they say string.
  return policy.createScriptURL(address) as string;
}
