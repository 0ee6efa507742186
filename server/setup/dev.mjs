// npm run dev: the server from source, started again at every change, with Vite in the same process.
import { generate, install, run } from "./steps.mjs";

install();
generate();
run(
  "node_modules/.bin/tsx",
  ["watch", "--clear-screen=false", "--exclude", "./app/**", "server/index.ts"],
  {
    NODE_ENV: "development",
  },
);
