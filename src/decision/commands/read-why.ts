/** Reads the reason that ends a command. */
import { cutQuote } from '../quote.ts';
import type { ReadArgs } from './define-command.ts';

/** What people put between an argument and their reason: `accept: we need it`, `@bob - he built it`. */
const joint = /^[\s:;,.–—-]+/;
const meaningful = /[\p{L}\p{N}\p{S}]/u;

/** The reason as the record keeps it. `expected` says in words what is missing where there is none. */
export function readWhy(text: string, { expected, example }: { expected: string; example: string }): ReadArgs<string> {
  const why = cutQuote(text.replace(joint, ''));
  if (!meaningful.test(why)) return { ok: false, refusal: { why: 'missing', expected, example } };
  return { ok: true, args: why };
}
