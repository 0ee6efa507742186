import { createContext, useContext } from "react";

/**
 * The nonce of this response's content security policy. Browsers hide the attribute from scripts, so
 * in the browser it is the empty string, which is also what hydration finds there.
 */
const NonceContext = createContext("");

export const NonceProvider = NonceContext.Provider;

export const useNonce = (): string => useContext(NonceContext);
