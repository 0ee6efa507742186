// npm start: everything a fresh clone needs, then the server.
import { prepare } from "./steps.mjs";

prepare();
process.env.NODE_ENV ??= "production";
await import("../../build/server.js");
