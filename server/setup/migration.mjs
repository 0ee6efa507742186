// npm run migration -- NAME
// Writes prisma/migrations/{sqlite,postgresql}/NNNN_NAME/migration.sql: the SQL from the models of the
// newest migration to those of today, by Prisma's schema engine as WebAssembly, without a database.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  bindMigrationAwareSqlAdapterFactory,
  mockMigrationAwareAdapterFactory,
} from "@prisma/driver-adapter-utils";

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Give the migration a name of small letters: npm run migration -- add_marks");
  process.exit(1);
}

const engineDirectory = path.dirname(
  createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"),
);
const glue = await import(path.join(engineDirectory, "schema_engine_bg.js"));
const { instance } = await WebAssembly.instantiate(
  readFileSync(path.join(engineDirectory, "schema_engine_bg.wasm")),
  { "./schema_engine_bg.js": glue },
);
glue.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();

/** An adapter that answers the engine's questions about a database that is not there. */
function withoutDatabase(factory) {
  const connect = async () => ({
    provider: factory.provider,
    adapterName: "without a database",
    executeRaw: async () => 0,
    executeScript: async () => {},
    queryRaw: async ({ sql }) =>
      /version/i.test(sql)
        ? {
            columnNames: ["exists", "version", "num"],
            columnTypes: [5, 7, 1],
            rows: [[true, "PostgreSQL 15.0", "150000"]],
          }
        : { columnNames: [], columnTypes: [], rows: [] },
    startTransaction: async () => {
      throw new Error("there is no database");
    },
    dispose: async () => {},
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
  });
  factory.connect = connect;
  factory.connectToShadowDb = connect;
  return factory;
}

const models = readFileSync("prisma/models.prisma", "utf8");
const newest = "prisma/migrations/newest.prisma";
const before = existsSync(newest) ? readFileSync(newest, "utf8") : null;
const scratch = mkdtempSync(path.join(tmpdir(), "migration-"));

for (const provider of ["sqlite", "postgresql"]) {
  const schema = (text, file) => ({
    tag: "schemaDatamodel",
    files: [
      {
        path: path.join(scratch, file),
        content: `datasource db {\n  provider = "${provider}"\n}\n\n${text}`,
      },
    ],
  });
  const to = schema(models, "to.prisma");
  const factory = mockMigrationAwareAdapterFactory(
    provider === "postgresql" ? "postgres" : provider,
  );
  const engine = await glue.SchemaEngine.new(
    { datamodels: to.files.map((file) => [file.path, file.content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(withoutDatabase(factory)),
  );
  const { stdout, exitCode } = await engine.diff({
    from: before === null ? { tag: "empty" } : schema(before, "from.prisma"),
    to,
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  if (exitCode !== 2) {
    console.log(`${provider}: nothing has changed`);
    continue;
  }
  const root = path.join("prisma/migrations", provider);
  const number = existsSync(root)
    ? readdirSync(root).filter((entry) => /^\d{4}_/.test(entry)).length + 1
    : 1;
  const directory = path.join(root, `${String(number).padStart(4, "0")}_${name}`);
  mkdirSync(directory, { recursive: true });
  writeFileSync(path.join(directory, "migration.sql"), stdout);
  writeFileSync(path.join(root, "migration_lock.toml"), `provider = "${provider}"\n`);
  console.log(`wrote ${directory}`);
}
writeFileSync(newest, models);
process.exit(0);
