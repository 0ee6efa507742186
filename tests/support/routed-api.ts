import type { ActionFunction, AppLoadContext, LoaderFunction } from "@remix-run/node";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { nodeApi, type Api } from "#client/api.ts";
import routes from "#app/routes.ts";
import type { Services } from "#app/load-context.ts";

/**
 * The server's resource routes without a server: requests go straight to their loaders and actions,
 * with these services for a world. One of these is one browser. A route that asks for a service which is
 * not given fails.
 */
export function routedApi(
  services: Partial<Services>,
  { from = "192.0.2.1", agent = "node" }: { readonly from?: string; readonly agent?: string } = {},
): Api {
  const limits = { mayAsk: async () => true };
  const all = { limits, ...services } as Services;
  const context: AppLoadContext = { services: all, nonce: "", address: from };
  return nodeApi("http://threshold.test", (address, init) =>
    answer(withAgent(new Request(address, init), agent), context),
  );
}

function withAgent(request: Request, agent: string): Request {
  request.headers.set("user-agent", agent);
  return request;
}

type Found = { readonly file: string; readonly params: Readonly<Record<string, string>> };

function find(entries: readonly RouteConfigEntry[], path: string, before = ""): Found | null {
  for (const entry of entries) {
    const whole = [before, entry.path].filter(Boolean).join("/");
    if (whole.endsWith("*")) continue; // the page for what is not there
    const pattern = whole.replace(/:(\w+)/g, "(?<$1>[^/]+)");
    const matched = new RegExp(`^/${pattern}$`).exec(path);
    if (matched && !entry.children) return { file: entry.file, params: { ...matched.groups } };
    const found = entry.children && find(entry.children, path, whole);
    if (found) return found;
  }
  return null;
}

/** As Remix does it: what is thrown as a response is the response. */
async function answer(request: Request, context: AppLoadContext): Promise<Response> {
  const found = find(await routes, new URL(request.url).pathname);
  if (!found) throw new Error("no route answers this");
  const file = new URL(`../../app/${found.file}`, import.meta.url).pathname;
  const module = (await import(/* @vite-ignore */ file)) as {
    readonly loader?: LoaderFunction;
    readonly action?: ActionFunction;
  };
  const handle = request.method === "GET" ? module.loader : module.action;
  if (!handle) return new Response(null, { status: 405 });
  try {
    const response: unknown = await handle({ request, context, params: found.params });
    if (response instanceof Response) return response;
    throw new Error("a resource route answers with a response");
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}
