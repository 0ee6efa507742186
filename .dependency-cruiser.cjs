/** Who may import whom: see docs/structure.md. @type {import('dependency-cruiser').IConfiguration} */
const tests = "\\.test\\.tsx?$";
module.exports = {
  forbidden: [
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "domain-is-pure",
      comment: "The domain knows zod and itself.",
      severity: "error",
      from: { path: "^app/domain", pathNot: tests },
      to: { pathNot: ["^app/domain", "^node_modules/zod/"] },
    },
    {
      name: "client-knows-no-pages-and-no-server",
      severity: "error",
      from: { path: "^app/client", pathNot: tests },
      to: { path: ["^server", "^app/(routes|components|http)", "^node_modules/@remix-run"] },
    },
    {
      name: "language-knows-its-words",
      severity: "error",
      from: { path: "^app/language", pathNot: tests },
      to: {
        pathNot: ["^app/language", "^content/interface", "^node_modules/(i18next|@remix-run)/"],
      },
    },
    {
      name: "react-in-hooks-only",
      severity: "error",
      from: { path: "^app/client", pathNot: ["^app/client/hooks", tests] },
      to: { path: "^node_modules/(react|react-dom)/" },
    },
    {
      name: "app-knows-no-server",
      severity: "error",
      from: { path: "^app", pathNot: tests },
      to: { path: "^(server|prisma|build)/" },
    },
    {
      name: "components-are-presentational",
      severity: "error",
      from: { path: "^app/components", pathNot: tests },
      to: { path: "^app/(routes|http)" },
    },
    {
      name: "server-knows-only-the-domain-of-app",
      severity: "error",
      from: { path: "^server", pathNot: tests },
      to: { path: "^app/(?!domain)" },
    },
    {
      name: "server-is-blind",
      comment: "No Yjs on the server: it could not read a document if it wanted to.",
      severity: "error",
      from: { path: "^server", pathNot: tests },
      to: { path: "^node_modules/(yjs|y-websocket|y-protocols|lib0|@tiptap)/" },
    },
    {
      name: "store-alone-has-databases",
      severity: "error",
      from: { path: "^server", pathNot: ["^server/(store|setup)", tests] },
      to: { path: ["^prisma/generated", "^node_modules/(@prisma|libsql|pg)/"] },
    },
    {
      name: "remix-alone-knows-the-build",
      severity: "error",
      from: { path: "^server", pathNot: "^server/remix\\.ts$" },
      to: {
        path: ["^build", "^node_modules/(@remix-run|vite)/"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "nothing-imports-tests",
      severity: "error",
      from: { path: "^(app|server|prisma)", pathNot: tests },
      to: { path: "^tests" },
    },
    {
      name: "resolvable",
      severity: "error",
      from: {},
      to: {
        couldNotResolve: true,
        pathNot: ["^virtual:", "\\?worker&url$", "^vitest/", "^@conform-to/"],
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["^build/", "prisma/generated/.*/(internal|models)"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
