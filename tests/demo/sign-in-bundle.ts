import { readdirSync } from "node:fs";
import path from "node:path";
import { build, type Plugin } from "esbuild";

const ASSETS = "build/client/assets";

/**
 * The worker is the product's own, as it was built and as it is served, with its own policy: Vite gives
 * its address for an import that esbuild does not know.
 */
const productWorker: Plugin = {
  name: "the product's worker",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\?worker&url$/ }, ({ path: asked }) => ({
      path: path.basename(asked).replace(/\.ts\?.*$/, ""),
      namespace: "worker",
    }));
    onLoad({ filter: /.*/, namespace: "worker" }, ({ path: name }) => {
      const [built, ...others] = readdirSync(path.resolve(ASSETS)).filter(
        (file) => file.startsWith(`${name}-`) && file.endsWith(".js"),
      );
      if (!built || others.length > 0) throw new Error(`The build has not one ${name}.`);
      return { contents: `export default "/assets/${built}";` };
    });
  },
};

/** The script of the page that signs in, for browsers. */
export async function signInScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ["tests/demo/sign-in-page.ts"],
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    define: { "import.meta.env.DEV": "false" },
    plugins: [productWorker],
    logLevel: "warning",
  });
  return outputFiles[0]?.text ?? "";
}
