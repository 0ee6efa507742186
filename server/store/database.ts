import { mkdirSync } from "node:fs";
import path from "node:path";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient as PostgresqlClient } from "#prisma/generated/postgresql/client.ts";
import { PrismaClient as SqliteClient } from "#prisma/generated/sqlite/client.ts";
import { SQLITE_PRAGMAS, sqliteFile } from "./sqlite.ts";

export type DatabaseProvider = "sqlite" | "postgresql";

/**
 * The typed client for both databases. SQLite's is the narrower of the two generated types, so code
 * that compiles against it runs on both.
 */
export type Client = SqliteClient;

export type Database = {
  readonly provider: DatabaseProvider;
  readonly url: string;
  /** For reading as it is; every write, and every transaction, goes through {@link exclusively}. */
  readonly client: Client;
  /**
   * Runs `work` while no other writer of this process is at work. SQLite has one writer: without
   * this, a synchronous append would wait for a transaction that cannot go on until the append
   * returns. On PostgreSQL it only runs `work`. Not reentrant.
   */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

/**
 * So long a transaction may wait and take, in milliseconds. A disk can stand still for many seconds, and
 * writers wait for each other: better an act that takes a while than one that is refused for it.
 */
const PATIENCE = { maxWait: 60_000, timeout: 60_000 };

export function providerOf(url: string): DatabaseProvider {
  return /^postgres(ql)?:/.test(url) ? "postgresql" : "sqlite";
}

/**
 * The libsql client gives each transaction its connection and opens another. The adapter lets nobody else
 * ask while a transaction is open: so it may as well stay on the one connection that there is.
 */
class OneConnection extends PrismaLibSql {
  #ready: Promise<void> = Promise.resolve();

  override createClient(config: Parameters<PrismaLibSql["createClient"]>[0]) {
    const client = super.createClient(config);
    this.#ready = setUp(client);
    client.transaction = () => begin(client);
    return client;
  }

  override async connect() {
    const adapter = await super.connect();
    await this.#ready;
    return adapter;
  }
}

type LibSqlClient = ReturnType<PrismaLibSql["createClient"]>;
type LibSqlTransaction = Awaited<ReturnType<LibSqlClient["transaction"]>>;

async function setUp(client: LibSqlClient): Promise<void> {
  for (const pragma of SQLITE_PRAGMAS) await client.execute(pragma);
}

const BEGIN = "BEGIN DEFERRED";

async function begin(client: LibSqlClient): Promise<LibSqlTransaction> {
  try {
    await client.execute(BEGIN);
  } catch {
    // One that could not be ended is still open.
    await client.execute("ROLLBACK").catch(() => undefined);
    await client.execute(BEGIN);
  }
  return transactionOn(client);
}

/** A transaction that has begun on this connection. Whatever becomes of it, none is open afterwards. */
function transactionOn(client: LibSqlClient): LibSqlTransaction {
  let closed = false;
  const end = async (statement: "COMMIT" | "ROLLBACK") => {
    closed = true;
    await client.execute(statement);
  };
  const rollback = () => end("ROLLBACK");
  const refuse = () => Promise.reject(new Error("this is no part of a transaction"));
  return {
    execute: (statement: Parameters<LibSqlTransaction["execute"]>[0]) =>
      closed ? refuse() : client.execute(statement),
    batch: refuse,
    executeMultiple: refuse,
    commit: async () => {
      try {
        await end("COMMIT");
      } catch (error) {
        // What could not be committed is still open, unless the database has ended it itself.
        await rollback().catch(() => undefined);
        throw error;
      }
    },
    rollback,
    close: () => void (closed || rollback().catch(() => undefined)),
    get closed() {
      return closed;
    },
  };
}

/** One after the other, whatever became of the one before. */
function oneAtATime(): Database["exclusively"] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}

/** Opens the database of `url` (`file:…` or `postgresql://…`). It must have been migrated. */
export async function openDatabase(url: string): Promise<Database> {
  const provider = providerOf(url);
  if (provider === "postgresql") {
    const client = new PostgresqlClient({
      adapter: new PrismaPg({ connectionString: url }),
      transactionOptions: PATIENCE,
    });
    await client.$connect();
    return {
      provider,
      url,
      // The only cast: the generated types differ in name, not in what our models use of them.
      client: client as unknown as Client,
      exclusively: (work) => work(),
      close: () => client.$disconnect(),
    };
  }
  const file = sqliteFile(url);
  mkdirSync(path.dirname(file), { recursive: true });
  const client = new SqliteClient({
    adapter: new OneConnection({ url: `file:${file}`, intMode: "bigint" }),
    transactionOptions: PATIENCE,
  });
  await client.$connect();
  return {
    provider,
    url,
    client,
    exclusively: oneAtATime(),
    close: () => client.$disconnect(),
  };
}
