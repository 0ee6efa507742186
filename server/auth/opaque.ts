import { randomBytes } from "node:crypto";
import { client, ready, server } from "@serenity-kit/opaque";
import { toBase64Url } from "#domain/bytes.ts";
import type { ServerSecrets } from "./secrets.ts";

/**
 * The server's half of OPAQUE. `null` and `false` answer whatever the other half could not have written;
 * the library throws for it.
 */
export type OpaqueServer = {
  readonly register: (nameHash: Uint8Array, request: string) => string | null;
  /**
   * Without a record (there is no such name) the answer is made from another, whose password nobody
   * knows: it looks and costs the same, and no proof will hold.
   */
  readonly startLogin: (
    nameHash: Uint8Array,
    record: string | null,
    request: string,
  ) => { readonly state: string; readonly response: string } | null;
  readonly finishLogin: (state: string, proof: string) => boolean;
};

export async function createOpaque({
  opaqueSetup: serverSetup,
}: ServerSecrets): Promise<OpaqueServer> {
  await ready;
  const nobody = recordOfNobody(serverSetup);
  return {
    register: (nameHash, registrationRequest) =>
      attempt(() => {
        const userIdentifier = toBase64Url(nameHash);
        return server.createRegistrationResponse({
          serverSetup,
          userIdentifier,
          registrationRequest,
        }).registrationResponse;
      }),
    startLogin: (nameHash, registrationRecord, startLoginRequest) =>
      attempt(() => {
        const { serverLoginState, loginResponse } = server.startLogin({
          serverSetup,
          userIdentifier: toBase64Url(nameHash),
          registrationRecord: registrationRecord ?? nobody,
          startLoginRequest,
        });
        return { state: serverLoginState, response: loginResponse };
      }),
    finishLogin: (serverLoginState, finishLoginRequest) =>
      attempt(() => server.finishLogin({ serverLoginState, finishLoginRequest })) !== null,
  };
}

/** A record under a random password. */
function recordOfNobody(serverSetup: string): string {
  const password = toBase64Url(randomBytes(32));
  const { registrationRequest, clientRegistrationState } = client.startRegistration({ password });
  const { registrationResponse } = server.createRegistrationResponse({
    serverSetup,
    userIdentifier: "nobody",
    registrationRequest,
  });
  return client.finishRegistration({
    password,
    registrationResponse,
    clientRegistrationState,
    keyStretching: { "argon2id-custom": { iterations: 1, memory: 8, parallelism: 1 } },
  }).registrationRecord;
}

function attempt<T>(step: () => T): T | null {
  try {
    return step();
  } catch {
    return null;
  }
}
