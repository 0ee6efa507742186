import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Rollup } from "vite";
import { practiceFiles } from "./server/setup/practice-files.ts";

/** What is said of packages, which nobody here can mend, and of routes that have no page. */
const isNoise = ({ code, message, id }: Rollup.RollupLog): boolean =>
  code === "EMPTY_BUNDLE" ||
  (code === "INVALID_ANNOTATION" && Boolean(id?.includes("/node_modules/"))) ||
  // HPKE asks Node for its crypto only where there is no WebCrypto.
  message.includes("/node_modules/@hpke/");

export default defineConfig({
  // Nothing may become a `data:` address: the content security policy of every page refuses them.
  build: {
    assetsInlineLimit: 0,
    // The word lists against which passwords are held are that large; they are fetched when one is chosen.
    chunkSizeWarningLimit: 2_000,
    rollupOptions: { onwarn: (warning, warn) => (isNoise(warning) ? undefined : warn(warning)) },
  },
  worker: { format: "es" },
  plugins: [
    tailwindcss(),
    practiceFiles(),
    // Remix's plugin wants a whole application around it, which a unit test has not.
    !process.env.VITEST &&
      remix({
        future: {
          v3_fetcherPersist: true,
          v3_relativeSplatPath: true,
          v3_throwAbortReason: true,
          v3_singleFetch: true,
          v3_routeConfig: true,
          // Off, so that a page which is open can move to every other one without the network.
          v3_lazyRouteDiscovery: false,
          // In development all packages are found at the start: one found later reloads the page.
          unstable_optimizeDeps: true,
        },
      }),
  ],
});
