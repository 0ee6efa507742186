import { index, layout, prefix, route, type RouteConfig } from "@remix-run/route-config";

/** The whole URL map. Pages stand in the frame, which catches their errors; the rest answers data. */
export default [
  layout("routes/frame/route.tsx", [
    index("routes/landing/route.tsx"),
    route("safety", "routes/safety/route.tsx"),
    route("help", "routes/help/route.tsx"),
    route("help/:country", "routes/help-country/route.tsx"),

    route("sign-up", "routes/sign-up/route.tsx"),
    route("sign-in", "routes/sign-in/route.tsx"),
    route("unlock", "routes/unlock/route.tsx"),
    route("recover", "routes/recover/route.tsx"),
    route("words", "routes/words/route.tsx"),
    route("settings", "routes/settings/route.tsx"),

    route("begin", "routes/begin/route.tsx"),
    route("rooms", "routes/rooms/route.tsx"),
    route("invite", "routes/invite/route.tsx"),
    route("room/:room", "routes/room/route.tsx", [
      index("routes/room-places/route.tsx"),
      route("settings", "routes/room-settings/route.tsx"),
      route("invite", "routes/room-invite/route.tsx"),
      route("record", "routes/room-record/route.tsx"),
      route(":piece", "routes/piece/route.tsx"),
    ]),

    route("*", "routes/not-found/route.tsx"),
  ]),

  route("left", "routes/left/route.ts"),
  ...prefix("api/account", [
    index("routes/api.account/route.ts"),
    route("index", "routes/api.account.index/route.ts"),
    route("register/start", "routes/api.account.register-start/route.ts"),
    route("register/finish", "routes/api.account.register-finish/route.ts"),
    route("login/start", "routes/api.account.login-start/route.ts"),
    route("login/finish", "routes/api.account.login-finish/route.ts"),
    route("logout", "routes/api.account.logout/route.ts"),
    route("recover/start", "routes/api.account.recover-start/route.ts"),
    route("recover/finish", "routes/api.account.recover-finish/route.ts"),
    route("password/start", "routes/api.account.password-start/route.ts"),
    route("password/finish", "routes/api.account.password-finish/route.ts"),
    route("words/start", "routes/api.account.words-start/route.ts"),
    route("words/finish", "routes/api.account.words-finish/route.ts"),
    route("confirm/start", "routes/api.account.confirm-start/route.ts"),
    route("confirm/finish", "routes/api.account.confirm-finish/route.ts"),
    route("delete", "routes/api.account.delete/route.ts"),
    route("sessions", "routes/api.account.sessions/route.ts"),
    route("sessions/end", "routes/api.account.sessions-end/route.ts"),
    route("sessions/recognise", "routes/api.account.sessions-recognise/route.ts"),
  ]),
  ...prefix("api/rooms", [
    index("routes/api.rooms/route.ts"),
    route(":room", "routes/api.rooms.room/route.ts"),
    route(":room/invitation", "routes/api.rooms.invitation/route.ts"),
    route(":room/invitation/withdraw", "routes/api.rooms.invitation-withdraw/route.ts"),
  ]),
  route("api/invitation/look", "routes/api.invitation.look/route.ts"),
  route("api/invitation/claim", "routes/api.invitation.claim/route.ts"),
  route("api/pieces", "routes/api.pieces/route.ts"),
  route("api/pieces/:piece/delete", "routes/api.pieces.delete/route.ts"),
  route("api/gate", "routes/api.gate/route.ts"),
  route("api/versions/:version", "routes/api.versions.version/route.ts"),
  route("api/chain/:room", "routes/api.chain.room/route.ts"),
  route("api/record/:room", "routes/api.record.room/route.ts"),
  route("api/export/:room", "routes/api.export.room/route.ts"),
] satisfies RouteConfig;
