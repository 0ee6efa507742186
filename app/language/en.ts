import begin from "../../content/interface/en/begin.json" with { type: "json" };
import components from "../../content/interface/en/components.json" with { type: "json" };
import deleted from "../../content/interface/en/deleted.json" with { type: "json" };
import editor from "../../content/interface/en/editor.json" with { type: "json" };
import frame from "../../content/interface/en/frame.json" with { type: "json" };
import help from "../../content/interface/en/help.json" with { type: "json" };
import invite from "../../content/interface/en/invite.json" with { type: "json" };
import landing from "../../content/interface/en/landing.json" with { type: "json" };
import mirror from "../../content/interface/en/mirror.json" with { type: "json" };
import piece from "../../content/interface/en/piece.json" with { type: "json" };
import pieceAgreement from "../../content/interface/en/piece-agreement.json" with { type: "json" };
import pieceBoundaries from "../../content/interface/en/piece-boundaries.json" with { type: "json" };
import pieceForgiveness from "../../content/interface/en/piece-forgiveness.json" with { type: "json" };
import pieceGuided from "../../content/interface/en/piece-guided.json" with { type: "json" };
import pieceLetter from "../../content/interface/en/piece-letter.json" with { type: "json" };
import piecePlan from "../../content/interface/en/piece-plan.json" with { type: "json" };
import pieceQuestion from "../../content/interface/en/piece-question.json" with { type: "json" };
import pieceTogether from "../../content/interface/en/piece-together.json" with { type: "json" };
import practices from "../../content/interface/en/practices.json" with { type: "json" };
import recover from "../../content/interface/en/recover.json" with { type: "json" };
import room from "../../content/interface/en/room.json" with { type: "json" };
import roomGoodbye from "../../content/interface/en/room-goodbye.json" with { type: "json" };
import roomInvite from "../../content/interface/en/room-invite.json" with { type: "json" };
import roomPlaces from "../../content/interface/en/room-places.json" with { type: "json" };
import roomRecord from "../../content/interface/en/room-record.json" with { type: "json" };
import roomSettings from "../../content/interface/en/room-settings.json" with { type: "json" };
import rooms from "../../content/interface/en/rooms.json" with { type: "json" };
import safety from "../../content/interface/en/safety.json" with { type: "json" };
import sentences from "../../content/interface/en/sentences.json" with { type: "json" };
import settings from "../../content/interface/en/settings.json" with { type: "json" };
import settingsDelete from "../../content/interface/en/settings-delete.json" with { type: "json" };
import settingsExport from "../../content/interface/en/settings-export.json" with { type: "json" };
import settingsNewKeys from "../../content/interface/en/settings-new-keys.json" with { type: "json" };
import signIn from "../../content/interface/en/sign-in.json" with { type: "json" };
import signUp from "../../content/interface/en/sign-up.json" with { type: "json" };
import unlock from "../../content/interface/en/unlock.json" with { type: "json" };
import unlocked from "../../content/interface/en/unlocked.json" with { type: "json" };
import words from "../../content/interface/en/words.json" with { type: "json" };

/** The words of the interface: a file for each place, of which another language has its own. */
export const en = {
  begin,
  components,
  deleted,
  editor,
  frame,
  help,
  invite,
  landing,
  mirror,
  piece,
  "piece-agreement": pieceAgreement,
  "piece-boundaries": pieceBoundaries,
  "piece-forgiveness": pieceForgiveness,
  "piece-guided": pieceGuided,
  "piece-letter": pieceLetter,
  "piece-plan": piecePlan,
  "piece-question": pieceQuestion,
  "piece-together": pieceTogether,
  practices,
  recover,
  room,
  "room-goodbye": roomGoodbye,
  "room-invite": roomInvite,
  "room-places": roomPlaces,
  "room-record": roomRecord,
  "room-settings": roomSettings,
  rooms,
  safety,
  sentences,
  settings,
  "settings-delete": settingsDelete,
  "settings-export": settingsExport,
  "settings-new-keys": settingsNewKeys,
  "sign-in": signIn,
  "sign-up": signUp,
  unlock,
  unlocked,
  words,
} as const;
