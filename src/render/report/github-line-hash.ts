const windowSize = 100;
const endOfFile = '\uffff';
const factor = 37n;

/**
 * The identity GitHub gives a line for code scanning (`primaryLocationLineHash`): a hash over the
 * hundred characters from the line's start, blanks left out, and which of its equals it is. It has to
 * match what `github/codeql-action/upload-sarif` computes from the checkout, which warns about every
 * other value. Null where the text has no such line.
 */
export function githubLineHash(text: string, line: number): string | null {
  const characters = text.replace(/\r\n?/g, '\n').replace(/[ \t]/g, '') + endOfFile;
  const starts = lineStarts(characters);
  const start = starts[line - 1];
  if (start === undefined) return null;
  const padded = characters.padEnd(characters.length + windowSize, '\0');
  const window = padded.slice(start, start + windowSize);
  const ordinal = starts.slice(0, line).filter((other) => padded.startsWith(window, other)).length;
  return `${polynomialHash(window).toString(16)}:${ordinal}`;
}

function lineStarts(characters: string): number[] {
  const starts = [0];
  for (let at = characters.indexOf('\n'); at !== -1; at = characters.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function polynomialHash(window: string): bigint {
  let hash = 0n;
  for (let index = 0; index < window.length; index += 1) {
    hash = BigInt.asUintN(64, hash * factor + BigInt(window.charCodeAt(index)));
  }
  return hash;
}
