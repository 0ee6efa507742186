import { concat, type Bytes } from "./bytes.ts";

/**
 * The one canonical binary form: varuints (LEB128, as in lib0), single bytes, fixed and
 * length-prefixed byte strings. What is signed, authenticated or sent is written with it, so that two
 * different values never have the same bytes.
 */
export class Writer {
  #chunks: Uint8Array[] = [];
  #small: number[] = [];

  byte(value: number): this {
    if (!Number.isInteger(value) || value < 0 || value > 255) throw new RangeError("not a byte");
    this.#small.push(value);
    return this;
  }

  /** A non-negative safe integer. */
  uint(value: number): this {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError("not an unsigned integer");
    let rest = value;
    while (rest > 127) {
      this.#small.push((rest % 128) | 128);
      rest = Math.floor(rest / 128);
    }
    this.#small.push(rest);
    return this;
  }

  /** Bytes whose length the reader knows. */
  fixed(bytes: Uint8Array): this {
    this.#spill();
    this.#chunks.push(bytes);
    return this;
  }

  /** Bytes after their length. */
  bytes(bytes: Uint8Array): this {
    return this.uint(bytes.length).fixed(bytes);
  }

  finish(): Bytes {
    this.#spill();
    return concat(...this.#chunks);
  }

  #spill(): void {
    if (this.#small.length === 0) return;
    this.#chunks.push(Uint8Array.from(this.#small));
    this.#small = [];
  }
}

/** What {@link Reader} throws for bytes that {@link Writer} could not have written. */
export class MalformedBytes extends Error {
  override name = "MalformedBytes";
}

export class Reader {
  #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at === this.#bytes.length;
  }

  byte(): number {
    const value = this.#bytes[this.#at];
    if (value === undefined) throw new MalformedBytes("ends too early");
    this.#at++;
    return value;
  }

  uint(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (!Number.isSafeInteger(value)) throw new MalformedBytes("integer too large");
      if (byte < 128) {
        if (byte === 0 && scale > 1) throw new MalformedBytes("integer not in its shortest form");
        return value;
      }
      scale *= 128;
    }
  }

  /** A copy of the next `length` bytes. */
  fixed(length: number): Bytes {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new MalformedBytes("ends too early");
    const out = new Uint8Array(this.#bytes.subarray(this.#at, end));
    this.#at = end;
    return out;
  }

  bytes(): Bytes {
    return this.fixed(this.uint());
  }

  /** Everything that is left. */
  rest(): Bytes {
    return this.fixed(this.#bytes.length - this.#at);
  }

  /** Throws unless everything has been read. */
  end(): void {
    if (!this.done) throw new MalformedBytes("bytes left over");
  }
}
