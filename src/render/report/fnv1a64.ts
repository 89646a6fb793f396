/** Both halves of a 64-bit state: JavaScript's numbers are exact to 53 bits, so one would not hold it. */
interface State {
  high: number;
  low: number;
}

/** The FNV prime is 2^40 + 0x1b3. */
const primeLow = 0x1b3;
const word = 2 ** 32;
/** Taken once: they are needed for each byte. */
const { floor, imul } = Math;

/**
 * FNV-1a, 64 bits, of the text's UTF-8 bytes, as 16 hexadecimal digits. It tells texts apart, and
 * keeps no secrets: pure code has no cryptography at hand, and an identity needs none.
 */
export function fnv1a64(text: string): string {
  const state: State = { high: 0xcbf29ce4, low: 0x84222325 };
  for (const character of text) mixCharacter(state, character.codePointAt(0) ?? 0);
  return hex(state.high) + hex(state.low);
}

function mixCharacter(state: State, codePoint: number): void {
  const point = codePoint >= 0xd800 && codePoint <= 0xdfff ? 0xfffd : codePoint;
  if (point < 0x80) {
    mixByte(state, point);
    return;
  }
  if (point < 0x800) {
    mixByte(state, 0xc0 | (point >> 6));
  } else if (point < 0x10000) {
    mixByte(state, 0xe0 | (point >> 12));
    mixByte(state, 0x80 | ((point >> 6) & 0x3f));
  } else {
    mixByte(state, 0xf0 | (point >> 18));
    mixByte(state, 0x80 | ((point >> 12) & 0x3f));
    mixByte(state, 0x80 | ((point >> 6) & 0x3f));
  }
  mixByte(state, 0x80 | (point & 0x3f));
}

function mixByte(state: State, byte: number): void {
  const low = (state.low ^ byte) >>> 0;
  const carry = floor((low * primeLow) / word);
  // The product with 2^40 shifts the low half by eight into the high one. In 32 bits, where a remainder costs nothing.
  state.high = (imul(state.high, primeLow) + carry + (low << 8)) >>> 0;
  state.low = imul(low, primeLow) >>> 0;
}

function hex(half: number): string {
  return half.toString(16).padStart(8, '0');
}
