import { createServer, type Server } from "node:http";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import type { Logger } from "pino";
import type { Env } from "./env.ts";
import { nonceOf, policy } from "./policy.ts";
import { serveBuild, serveSource, type Pages } from "./remix.ts";
import type { World } from "./world.ts";

/** The HTTP server with everything but its sockets; see upgrade.ts for those. */
export async function createHttp(
  world: World,
  { mode, trustedProxies }: Pick<Env, "mode" | "trustedProxies">,
  logger: Logger,
  pages: Pages = mode === "development" ? serveSource : serveBuild,
): Promise<Server> {
  const development = mode === "development";
  const app: Express = express();
  const server = createServer(app);
  app.disable("x-powered-by");
  app.set("trust proxy", trustedProxies);
  app.use(policy(development));
  app.get("/healthz", (_request, response) => {
    response.type("text/plain").send("ok");
  });
  app.use(askable);
  app.use(compression());
  const context = (request: express.Request, response: express.Response) => ({
    services: world.services,
    nonce: nonceOf(response),
    address: request.ip ?? "",
  });
  await pages(app, context, server);

  const fault: ErrorRequestHandler = (error: unknown, _request, response, next) => {
    const status = statusOf(error);
    // Neither the address nor the body: a log must not tell who asked for what.
    if (status >= 500) logger.error({ err: nameOf(error) }, "a request failed");
    if (response.headersSent) return next(error);
    response
      .status(status)
      .type("text/plain")
      .send(status >= 500 ? "Something went wrong here." : NOTHING);
  };
  app.use(fault);
  return server;
}

const METHODS = new Set(["GET", "HEAD", "POST"]);

/**
 * Lets through what the pages' framework can make a request of, and knows an answer to. What it cannot would be
 * a fault of the server's in its log, for whoever likes to write there: another method, a host that is none,
 * the framework's former way of asking for data.
 */
const askable: RequestHandler = (request, response, next) => {
  const { method, headers, query } = request;
  const refuse = (status: number) => void response.status(status).type("text/plain").send(NOTHING);
  if (!METHODS.has(method)) return refuse(405);
  if (!URL.canParse(`http://${headers.host ?? "nowhere"}/`)) return refuse(400);
  if ("_data" in query) return refuse(404);
  next();
};

const NOTHING = "There is nothing here.";

function statusOf(error: unknown): number {
  const status = typeof error === "object" && error && "status" in error ? error.status : 500;
  return typeof status === "number" && status >= 400 && status < 600 ? status : 500;
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
