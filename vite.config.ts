import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

export default defineConfig({
  // Nothing may become a `data:` address: the content security policy of every page refuses them.
  build: { assetsInlineLimit: 0 },
  worker: { format: "es" },
  plugins: [
    tailwindcss(),
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
        },
      }),
  ],
});
