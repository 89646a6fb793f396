import { isUtf8 } from 'node:buffer';

/** How a document's text is kept in its file; what `--fix` writes back stays in the same encoding. */
export interface Encoding {
  name: 'utf8' | 'utf16le' | 'utf16be';
  /** Whether the file begins with a byte order mark; the text itself never does. */
  mark: boolean;
}

export interface DecodedText {
  text: string;
  encoding: Encoding;
  /** True where bytes could not be decoded and became U+FFFD. */
  undecodable: boolean;
}

const byteOrderMark = '\uFEFF';
const replacement = '\uFFFD';
/** Half of a character, which UTF-16 can hold and no other encoding. */
const loneSurrogate = /\p{Cs}/gu;

/** Text from bytes: UTF-16 where a byte order mark says so, else UTF-8. Never fails. */
export function decodeText(bytes: Buffer): DecodedText {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return decodeUtf16(bytes.subarray(2), 'utf16le');
  if (first === 0xfe && second === 0xff) return decodeUtf16(bytes.subarray(2), 'utf16be');
  const mark = first === 0xef && second === 0xbb && third === 0xbf;
  const rest = mark ? bytes.subarray(3) : bytes;
  return { text: rest.toString('utf8'), encoding: { name: 'utf8', mark }, undecodable: !isUtf8(rest) };
}

function decodeUtf16(bytes: Buffer, name: 'utf16le' | 'utf16be'): DecodedText {
  const whole = bytes.length % 2 === 0;
  const units = whole ? bytes : bytes.subarray(0, -1);
  const decoded = (name === 'utf16be' ? Buffer.from(units).swap16() : units).toString('utf16le');
  const text = decoded.replace(loneSurrogate, replacement) + (whole ? '' : replacement);
  return { text, encoding: { name, mark: true }, undecodable: text !== decoded };
}

/** The bytes that `decodeText` reads back as this text in this encoding. */
export function encodeText(text: string, { name, mark }: Encoding): Buffer {
  const whole = mark ? byteOrderMark + text : text;
  if (name === 'utf8') return Buffer.from(whole, 'utf8');
  const bytes = Buffer.from(whole, 'utf16le');
  return name === 'utf16be' ? bytes.swap16() : bytes;
}
