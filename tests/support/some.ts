import { randomBytes } from "node:crypto";
import { toBase64Url } from "#domain/bytes.ts";
import { idOf } from "#domain/ids.ts";

export const random = (length: number) => new Uint8Array(randomBytes(length));
export const some = (length: number) => toBase64Url(random(length));
export const newId = <T extends string>() => idOf<T>(random(16));
