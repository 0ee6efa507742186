import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * A new directory for what a test keeps and deletes: in memory where there is a file system for that, so
 * that nobody waits for a disk. A process that is killed loses nothing of either; only a machine would.
 */
export const newPlace = (name: string): string =>
  mkdtempSync(path.join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), `threshold-${name}-`));
