import type { Config } from '../config/schema.ts';
import { foldKey, foldLabel } from './label.ts';
import { isPlaceholder } from './placeholder.ts';

export interface Citations {
  /** The ids of the principles cited, each once. */
  known: readonly string[];
  /** What stands in the place of one and is none, without the words on it. */
  unknown: readonly string[];
}

/** Behind a principle there may be words on it: `small-steps: one service at a time`, `small-steps (mostly)`. */
const remark = /[:(]|\s[-–—]\s/;

/**
 * Makes ready to read the values of the field *Principles*: each cites principles by their id (`small-steps`, `Small
 * steps`) or in their own words, and several are parted by commas.
 */
export function compileCitations(principles: Config['principles']): (value: string) => Citations {
  const ids = new Map<string, string>();
  for (const { id, text } of principles) {
    ids.set(foldKey(id), id);
    ids.set(foldText(text), id);
  }
  const named = (words: string): string | undefined => ids.get(foldKey(words)) ?? ids.get(foldText(words));
  return (value) => {
    if (isPlaceholder(value)) return { known: [], unknown: [] };
    const whole = named(value);
    if (whole !== undefined) return { known: [whole], unknown: [] };
    const parts = value.split(/[,;]/).map((part) => part.trim()).filter((part) => part !== '');
    const heads = parts.map((part) => (named(part) === undefined ? withoutRemark(part) : part));
    const known = heads.flatMap((head) => named(head) ?? []);
    return { known: [...new Set(known)], unknown: heads.filter((head) => named(head) === undefined) };
  };
}

function withoutRemark(part: string): string {
  const at = part.search(remark);
  return at > 0 ? part.slice(0, at).trim() : part;
}

function foldText(text: string): string {
  return foldLabel(text).replace(/\.$/, '');
}
