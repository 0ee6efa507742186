import type { RouteConfigEntry } from "@remix-run/route-config";
import routes from "#app/routes.ts";

/** A route of app/routes.ts that answers data. */
export type DataRoute = {
  /** As it stands in the map, without a slash in front. */
  readonly path: string;
  /** From app/. */
  readonly file: string;
  readonly index: boolean;
};

/** All that answer data: their file is no `.tsx`. */
export async function dataRoutes(): Promise<readonly DataRoute[]> {
  return under(await routes).filter(({ file }) => file.endsWith(".ts"));
}

/** Those that show a page. */
export async function pageRoutes(): Promise<readonly DataRoute[]> {
  return under(await routes).filter(({ file }) => file.endsWith(".tsx"));
}

function under(entries: readonly RouteConfigEntry[], before = ""): readonly DataRoute[] {
  return entries.flatMap(({ path = "", file, index = false, children = [] }) => {
    const whole = [before, path].filter(Boolean).join("/");
    return [{ path: whole, file, index }, ...under(children, whole)];
  });
}
