// One file of models, two generated clients. Prisma's native schema engine is not needed for this and
// must not be downloaded, so its place is taken by a program that does nothing.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const models = readFileSync("prisma/models.prisma", "utf8");
mkdirSync("prisma/generated", { recursive: true });
for (const provider of ["sqlite", "postgresql"]) {
  const file = `prisma/generated/${provider}.prisma`;
  const head = [
    `generator client {\n  provider = "prisma-client"\n  output = "./${provider}"\n}`,
    `datasource db {\n  provider = "${provider}"\n}`,
  ];
  writeFileSync(file, [...head, models].join("\n\n"));
  const { status, stdout } = spawnSync(
    process.execPath,
    ["node_modules/prisma/build/index.js", "generate", "--schema", file],
    {
      stdio: ["ignore", "pipe", "inherit"],
      encoding: "utf8",
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true",
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
      },
    },
  );
  if (status !== 0) {
    console.error(stdout);
    process.exit(status ?? 1);
  }
}
