import { randomBytes } from "node:crypto";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import { isRouteErrorResponse } from "@remix-run/react";
import pino from "pino";
import * as z from "zod";
import { readEnv } from "#server/env.ts";
import type { Pages } from "#server/remix.ts";
import { serve } from "#server/serve.ts";

/** A route that answers data, with the module that answers. */
export type ServedRoute = {
  readonly path: string;
  readonly index: boolean;
  readonly module: ServerBuild["routes"][string]["module"];
};

/** What the parent says: the time. What is said back: that it is so, where to knock, and every fault. */
export type ToServed = { readonly now: number };
export type FromServed =
  { readonly now: number } | { readonly port: number } | { readonly fault: string };

/**
 * The whole server in a process of its own, as index.ts starts it, but for two things: the clock is its
 * parent's, and there are no pages, only the routes that answer data, from source.
 */
export async function serveHere(routes: readonly ServedRoute[]): Promise<void> {
  z.config({ jitless: true });
  const tell = (message: FromServed) => void process.send?.(message);
  let now = Number(process.env.NOW);
  process.on("message", (message: ToServed) => {
    ({ now } = message);
    tell({ now });
  });
  process.once("disconnect", () => process.exit()); // never outlives its parent
  const logger = pino({ level: "error", base: null }, { write: (fault) => tell({ fault }) });
  const { listen, close } = await serve(readEnv(process.env), logger, {
    ports: {
      clock: { now: () => now },
      randomness: { bytes: (length) => new Uint8Array(randomBytes(length)) },
      // Nobody has hands as fast as a model's.
      limits: { requests: 1e9, acts: 1e9, removals: 1e9, sealedKiB: 1e9 },
    },
    pages: answerOnly(routes, (fault) => tell({ fault })),
  });
  process.once("SIGTERM", () => void close().then(() => process.exit(0)));
  tell({ port: await listen() });
}

const answerOnly =
  (routes: readonly ServedRoute[], faulted: (fault: string) => void): Pages =>
  async (app, getLoadContext) => {
    const build = buildOf(routes, faulted);
    app.all("*", createRequestHandler({ mode: "production", build, getLoadContext }));
  };

/** As the build makes it of the same routes; nothing is ever rendered here. */
function buildOf(routes: readonly ServedRoute[], faulted: (fault: string) => void): ServerBuild {
  const manifest = routes.map(
    (route, i) => [`route ${i}`, { id: `route ${i}`, ...route }] as const,
  );
  return {
    mode: "production",
    entry: {
      module: {
        default: () => {
          throw new Error("there are no pages here");
        },
        handleError: (error) => {
          // What cannot be asked for in this way is no fault.
          if (!isRouteErrorResponse(error)) faulted(String(error));
        },
      },
    },
    routes: Object.fromEntries(manifest),
    assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "" },
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_lazyRouteDiscovery: false,
      v3_singleFetch: true,
    },
    isSpaMode: false,
  };
}
