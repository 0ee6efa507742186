import { randomBytes } from "node:crypto";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";

/**
 * The one file of the browser's that may compile WebAssembly: the worker that holds passwords. A worker
 * does not inherit its page's policy, it takes that of its own answer.
 */
const WORKER = /^\/assets\/[\w.-]*worker-[\w-]+\.js$/;
const WORKER_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

function pagePolicy(nonce: string, development: boolean): string {
  // In development Vite puts styles into the page and talks to its own socket.
  const style = development ? "'unsafe-inline'" : `'nonce-${nonce}'`;
  const rules = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' ${style}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ];
  if (!development) {
    rules.push(
      "require-trusted-types-for 'script'",
      "trusted-types threshold ProseMirrorClipboard",
    );
  }
  return rules.join("; ");
}

/** The nonce of this answer, for the page that is rendered into it. */
export function nonceOf(response: Response): string {
  const { nonce } = response.locals;
  if (typeof nonce !== "string") throw new Error("the policy comes first");
  return nonce;
}

/** The headers of every answer. */
export function policy(development: boolean): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: false, // set below: it differs by what is asked for
      crossOriginEmbedderPolicy: false,
      referrerPolicy: { policy: "no-referrer" },
      strictTransportSecurity: development ? false : { maxAge: 31_536_000 },
    }),
    (request, response, next) => {
      const nonce = randomBytes(16).toString("base64");
      response.locals.nonce = nonce;
      response.setHeader(
        "content-security-policy",
        WORKER.test(request.path) ? WORKER_POLICY : pagePolicy(nonce, development),
      );
      response.setHeader(
        "permissions-policy",
        "camera=(), microphone=(), geolocation=(), display-capture=()",
      );
      next();
    },
  ];
}
