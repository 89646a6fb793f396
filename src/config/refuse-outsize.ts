/** Texts that are refused before they are parsed, because parsing them could exhaust time, memory or the stack. */
import { Lexer } from 'yaml';

/** What is too much about a text, and the offset where it becomes so. */
export interface Refusal {
  offset: number;
  seen: string;
  expected: string;
}

/** Hundreds of domains fit. */
const maxLength = 128 * 1024;

/** Each level of a block begins further to the right than the one around it, so a column bounds their number. */
const maxColumn = 200;
const maxFlowDepth = 64;

/** Null where the text may be parsed. */
export function refuseOutsize(text: string): Refusal | null {
  if (text.length > maxLength) {
    return { offset: 0, seen: `${text.length} characters`, expected: `at most ${maxLength}` };
  }
  const flow = new FlowDepth();
  for (const { token, offset, column } of tokensOf(text)) {
    if (isIndicator(token) && !flow.open && column > maxColumn) {
      return { offset, seen: 'a key or list item this far to the right', expected: `at most ${maxColumn} columns of nesting` };
    }
    if (flow.add(token) > maxFlowDepth) return { offset, seen: 'brackets nested this deep', expected: `at most ${maxFlowDepth} levels` };
  }
  return null;
}

function isIndicator(token: string): boolean {
  return token === '-' || token === '?' || token === ':';
}

/** How deep a flow collection is. A chain `a: b: c:` nests without brackets, until a comma ends it. */
class FlowDepth {
  readonly #chains: number[] = [];
  #depth = 0;

  get open(): boolean {
    return this.#chains.length > 0;
  }

  add(token: string): number {
    if (token === '[' || token === '{') this.#openBracket();
    else if (this.open) this.#addInside(token);
    return this.#depth;
  }

  #openBracket(): void {
    this.#chains.push(0);
    this.#depth += 1;
  }

  /** A chain left open counts no more once a comma or the bracket ends it. */
  #addInside(token: string): void {
    const chain = this.#chains.at(-1) ?? 0;
    if (token === ']' || token === '}') {
      this.#chains.pop();
      this.#depth -= 1 + chain;
    } else if (token === ',') {
      this.#extend(-chain);
    } else if (token === ':') {
      this.#extend(1);
    }
  }

  #extend(by: number): void {
    this.#chains.push((this.#chains.pop() ?? 0) + by);
    this.#depth += by;
  }
}

/** `yaml`'s own tokens, so that brackets in quotes and comments are not counted. */
function* tokensOf(text: string): Generator<{ token: string; offset: number; column: number }> {
  let offset = 0;
  let lineStart = 0;
  for (const token of new Lexer().lex(text)) {
    if (marks.has(token)) continue;
    yield { token, offset, column: offset - lineStart };
    const newline = token.lastIndexOf('\n');
    if (newline >= 0) lineStart = offset + newline + 1;
    offset += token.length;
  }
}

/** The lexer's marks for the start of a document, a broken flow and a scalar, which stand for no text. */
const marks: ReadonlySet<string> = new Set(['\x02', '\x18', '\x1f']);
