/**
 * Bounds within which text may be given to remark: its parser is quadratic in unpaired punctuation and recursive
 * in containers, so ten thousand `>` would overflow the stack and 64 kB of `](` take six seconds.
 */
const largestPiece = 256 * 1024;
const deepest = 100;
/** Characters times unpaired punctuation; about one second of parsing at the worst shape measured. */
const mostPairing = 128_000_000;
/** What may be parsed of one document in all, in characters; every piece costs some for itself. */
const mostParsed = 1_000_000;
const pieceCost = 500;

const containers = /^(?:[ \t>]|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))+/gm;
const punctuation = '[]*_~<!`';

function nesting(prefix: string): number {
  const indentation = prefix.length - prefix.trimStart().length;
  const markers = prefix.replace(/[ \t\d]/g, '').length;
  return Math.max(markers, indentation / 4);
}

function countPunctuation(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) if (punctuation.includes(text.charAt(index))) count += 1;
  return count;
}

/** Adds up what a document costs to parse and says when it is too much; `share` of the usual bounds, from 0 to 1. */
export class ParseBudget {
  private pairing = 0;
  private parsed = 0;
  private readonly mostPairing: number;

  constructor(share = 1) {
    this.mostPairing = mostPairing * share;
  }

  /** Nothing more may be parsed of this document. */
  get isSpent(): boolean {
    return this.pairing > this.mostPairing || this.parsed > mostParsed;
  }

  /** Why this piece is too much to judge, or null, in which case it is paid for. */
  refusal(piece: string): string | null {
    if (piece.length > largestPiece) {
      return `a block of ${Math.ceil(piece.length / 1024)} kB, expected at most ${largestPiece / 1024} kB`;
    }
    for (const [prefix] of piece.matchAll(containers)) {
      if (nesting(prefix) > deepest) return `quotes or lists nested over ${deepest} deep, expected fewer`;
    }
    this.pairing += piece.length * countPunctuation(piece);
    this.parsed += piece.length + pieceCost;
    if (this.pairing > this.mostPairing) return 'too many unpaired brackets, asterisks or backticks, expected prose';
    return this.parsed > mostParsed ? 'too many places that could be a field, expected a few' : null;
  }
}
