// A slow line, for journeys (`SLOW=1`): every request waits before the server hears of it, each for as long
// as chance will, so that answers overtake one another. What takes speed for granted fails on it.
import http from "node:http";

const MOST_MS = 1000;
const { emit } = http.Server.prototype;

http.Server.prototype.emit = function later(event, ...rest) {
  if (event !== "request" && event !== "upgrade") return emit.call(this, event, ...rest);
  const isQuick = Math.random() < 0.5;
  setTimeout(() => emit.call(this, event, ...rest), Math.random() * (isQuick ? 40 : MOST_MS));
  return true;
};
