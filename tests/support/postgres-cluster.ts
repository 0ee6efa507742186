import { spawn, spawnSync, type SpawnOptions } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

/** A private PostgreSQL on loopback; `url` names its database `postgres`. */
export type Cluster = { readonly url: string; readonly stop: () => Promise<void> };

const BINARIES = "/usr/lib/postgresql";
const isRoot = process.getuid?.() === 0;

/**
 * Starts a cluster in a temporary directory, on a free port. As root it installs Debian's package when
 * there is none, and runs as another user, for PostgreSQL refuses to run as root. Throws one clear
 * sentence when no PostgreSQL can be had. `durable` waits for the disk at every commit.
 */
export async function startCluster({ durable }: { readonly durable: boolean }): Promise<Cluster> {
  const binaries = findBinaries() ?? installBinaries();
  const directory = mkdtempSync(path.join(tmpdir(), "threshold-postgres-"));
  const user = isRoot ? unprivilegedUser() : null;
  if (user) chownSync(directory, user.uid, user.gid);
  const data = path.join(directory, "data");
  const options: SpawnOptions = { ...user, cwd: directory, env: { ...process.env, LC_ALL: "C" } };

  const made = spawnSync(
    path.join(binaries, "initdb"),
    ["-D", data, "-U", "threshold", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
    { ...options, encoding: "utf8" },
  );
  if (made.status !== 0) {
    rmSync(directory, { recursive: true, force: true });
    throw new Error(`PostgreSQL's initdb failed: ${made.error?.message ?? made.stderr}`);
  }

  const port = await freePort();
  const sync = durable ? "on" : "off";
  const settings = { fsync: sync, synchronous_commit: sync, full_page_writes: sync };
  const place = ["-D", data, "-h", "127.0.0.1", "-p", String(port), "-k", directory];
  const chosen = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(path.join(binaries, "postgres"), [...place, ...chosen], {
    ...options,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(server, "exit");
  const said: string[] = [];
  const ready = new Promise<boolean>((resolve) => {
    if (server.stderr === null) return resolve(false);
    const lines = createInterface({ input: server.stderr });
    lines.on("line", (line) => {
      if (said.length < 50) said.push(line);
      if (line.includes("ready to accept connections")) resolve(true);
    });
    void ended.then(() => resolve(false));
  });
  const stop = async () => {
    server.kill("SIGINT"); // fast shutdown: ends the sessions that are still open
    await ended;
    rmSync(directory, { recursive: true, force: true });
  };
  if (!(await ready)) {
    await stop();
    throw new Error(`PostgreSQL did not start: ${said.join("\n")}`);
  }
  return { url: `postgresql://threshold@127.0.0.1:${port}/postgres`, stop };
}

/** The directory with the newest installed `initdb` and `postgres`. */
function findBinaries(): string | null {
  const versions = existsSync(BINARIES) ? readdirSync(BINARIES) : [];
  const debian = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => path.join(BINARIES, version, "bin"));
  const onPath = (process.env["PATH"] ?? "").split(path.delimiter);
  return [...debian, ...onPath].find((place) => existsSync(path.join(place, "initdb"))) ?? null;
}

function installBinaries(): string {
  const cannot = "The tests need PostgreSQL and there is none:";
  if (!isRoot) throw new Error(`${cannot} install Debian's package "postgresql".`);
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: string[]) =>
    spawnSync("apt-get", ["-qq", ...args], { encoding: "utf8", env: environment });
  apt("update");
  const { status, stderr, error } = apt("install", "-y", "--no-install-recommends", "postgresql");
  const found = status === 0 ? findBinaries() : null;
  if (found) return found;
  throw new Error(
    `${cannot} "apt-get install postgresql" failed (${error?.message ?? stderr.trim()}).`,
  );
}

function unprivilegedUser(): { readonly uid: number; readonly gid: number } {
  const users = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(":") ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL does not run as root, and there is no user "postgres" or "nobody".');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
