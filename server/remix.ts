import { existsSync } from "node:fs";
import type { Server } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import express, { type Express, type Request, type Response } from "express";

/** Everything that knows how the pages were built, and where that lies. */
const CLIENT = path.resolve("build/client");
const SERVER = path.resolve("build/server/index.js");

type Context = (request: Request, response: Response) => AppLoadContext;

/** Lets an application answer with the pages and the routes. */
export type Pages = (app: Express, context: Context, server: Server) => Promise<void>;

/** Serves the built pages and their files. */
export const serveBuild: Pages = async (app, context) => {
  if (!existsSync(SERVER)) throw new Error("There is no build: npm run build.");
  app.use(
    "/assets",
    express.static(path.join(CLIENT, "assets"), {
      immutable: true,
      maxAge: "1y",
      fallthrough: false,
    }),
  );
  app.use(express.static(CLIENT, { maxAge: "1h", redirect: false }));
  const build = (await import(pathToFileURL(SERVER).href)) as ServerBuild;
  app.all("*", createRequestHandler({ mode: "production", build, getLoadContext: context }));
};

/** Serves the pages from source, with Vite in this process. */
export const serveSource: Pages = async (app, context, server) => {
  const vite = await (
    await import("vite")
  ).createServer({ server: { middlewareMode: true, hmr: { server } }, appType: "custom" });
  app.use(vite.middlewares);
  app.all(
    "*",
    createRequestHandler({
      mode: "development",
      build: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>,
      getLoadContext: context,
    }),
  );
};
