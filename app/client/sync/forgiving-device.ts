import { EMPTY_PIECE, type DeviceStore } from "./device-store.ts";

/**
 * A device whose failures are told once each and otherwise do not stop anything: without storage, what is
 * written still goes out and what comes in is still shown.
 */
export function forgivingDevice(device: DeviceStore, failed: () => void): DeviceStore {
  const attempt = async <T>(call: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await call();
    } catch {
      failed();
      return otherwise;
    }
  };
  return {
    load: (piece) => attempt(() => device.load(piece), EMPTY_PIECE),
    waiting: (piece) => attempt(() => device.waiting(piece), []),
    put: (piece, addition) => attempt(() => device.put(piece, addition), undefined),
    advance: (piece, step) => attempt(() => device.advance(piece, step), undefined),
    keepOut: (piece, rows) => attempt(() => device.keepOut(piece, rows), undefined),
    setAside: (piece, row) => attempt(() => device.setAside(piece, row), undefined),
    discardAside: (piece, id) => attempt(() => device.discardAside(piece, id), undefined),
    keepEarlier: (piece, row, most) =>
      attempt(() => device.keepEarlier(piece, row, most), undefined),
    earlier: (piece) => attempt(() => device.earlier(piece), []),
    keepUnplaced: (piece, row) => attempt(() => device.keepUnplaced(piece, row), undefined),
    unplaced: (piece) => attempt(() => device.unplaced(piece), []),
    dropUnplaced: (piece, ids) => attempt(() => device.dropUnplaced(piece, ids), undefined),
    forget: (piece) => attempt(() => device.forget(piece), undefined),
  };
}
