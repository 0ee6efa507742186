import * as z from "zod";

const file = /^file:.+/;
const postgresql = /^postgres(ql)?:\/\/.+/;

const schema = z.object({
  NODE_ENV: z.enum(["production", "development", "test"], {
    error: 'must be "production", "development" or "test"',
  }),
  HOST: z.string().min(1, "must be an address to listen on, such as 127.0.0.1"),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a number from 0 to 65535")
    .transform(Number)
    .refine((port) => port <= 65535, "must be a number from 0 to 65535"),
  DATABASE_URL: z
    .string()
    .refine(
      (url) => file.test(url) || postgresql.test(url),
      "must begin with file: or postgresql://",
    ),
  SECRETS_FILE: z.string().min(1, "must be the path of the file with the server's secrets"),
  ORIGIN: z.union([
    z.literal(""),
    z.url("must be the address that people type, such as https://example.org"),
  ]),
  TRUSTED_PROXIES: z
    .string()
    .regex(/^\d$/, "must be how many proxies of yours stand in front of the server, from 0 to 9")
    .transform(Number),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"], {
    error: 'must be "silent", "error", "warn", "info" or "debug"',
  }),
});

export type Env = {
  readonly mode: "production" | "development" | "test";
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  /** The OPAQUE secret and the key for names lie here, outside the database. Back it up. */
  readonly secretsFile: string;
  /** Where people reach the server, without a slash at the end; `null`: what each request says. */
  readonly origin: string | null;
  /** So many proxies in front of the server are believed when they say where a request came from. */
  readonly trustedProxies: number;
  readonly logLevel: "silent" | "error" | "warn" | "info" | "debug";
};

/** A setting that cannot be used; `message` is one sentence for the person who starts the server. */
export class BadEnvironment extends Error {
  override name = "BadEnvironment";
}

/** Checks the environment, once. Throws {@link BadEnvironment} with the first thing that is wrong. */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const result = schema.safeParse({
    NODE_ENV: variables.NODE_ENV ?? "development",
    HOST: variables.HOST ?? "127.0.0.1",
    PORT: variables.PORT ?? "3000",
    DATABASE_URL: variables.DATABASE_URL ?? "file:./data/threshold.db",
    SECRETS_FILE: variables.SECRETS_FILE ?? "./data/secrets.json",
    ORIGIN: variables.ORIGIN ?? "",
    TRUSTED_PROXIES: variables.TRUSTED_PROXIES ?? "0",
    LOG_LEVEL: variables.LOG_LEVEL ?? "info",
  });
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new BadEnvironment(`${issue?.path.join(".")} ${issue?.message}.`);
  }
  const env = result.data;
  return {
    mode: env.NODE_ENV,
    host: env.HOST,
    port: env.PORT,
    databaseUrl: env.DATABASE_URL,
    secretsFile: env.SECRETS_FILE,
    origin: env.ORIGIN === "" ? null : env.ORIGIN.replace(/\/$/, ""),
    trustedProxies: env.TRUSTED_PROXIES,
    logLevel: env.LOG_LEVEL,
  };
}
