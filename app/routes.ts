import { index, layout, route, type RouteConfig } from "@remix-run/route-config";

/** The whole URL map. Pages stand in the frame, which catches their errors; the rest answers data. */
export default [
  layout("routes/frame/route.tsx", [
    index("routes/landing/route.tsx"),

    route("*", "routes/not-found/route.tsx"),
  ]),
] satisfies RouteConfig;
