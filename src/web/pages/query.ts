/** What the addresses of the pages may say. */
import * as z from 'zod/mini';
import { parseJson } from '../../decision/parse-json.ts';
import { isMoment, largestNumber } from '../../store/moments.ts';
import type { After } from '../../store/open-rfcs.ts';

/** How many rows a list shows at once. */
export const pageSize = 50;

const longest = 200;

/** A word that is looked for; empty counts as not there, as a form sends what nobody filled in. */
export const word = z.prefault(
  z.pipe(
    z.string().check(z.maxLength(longest, `at most ${longest} characters`), z.refine((text) => !text.includes('\0'), 'text')),
    z.transform((text) => (text.trim() === '' ? null : text.trim())),
  ),
  '',
);

/** One of some words, or nothing. */
export function oneOf<const Word extends string>(words: readonly Word[]) {
  return z.prefault(
    z.pipe(
      z.string(),
      z.transform((text, context): Word | null => {
        if (text === '') return null;
        const found = words.find((each) => each === text);
        if (found !== undefined) return found;
        context.issues.push({ code: 'custom', message: `one of: ${words.join(', ')}`, input: text });
        return z.NEVER;
      }),
    ),
    '',
  );
}

/** A day that there is, `2026-12-01`. */
export const day = z.prefault(
  z.pipe(
    z.string(),
    z.transform((text, context): string | null => {
      if (text === '') return null;
      if (isDay(text)) return text;
      context.issues.push({ code: 'custom', message: 'a day such as 2026-12-01', input: text });
      return z.NEVER;
    }),
  ),
  '',
);

/** `Date` takes the 31st of February for a day in March. */
function isDay(text: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return isMoment(at) && new Date(at).toISOString().startsWith(text);
}

/** The number of an RFC. */
export const number = z.pipe(z.string().check(z.regex(/^[1-9]\d{0,8}$/, 'a number')), z.transform(Number));

const Cursor = z.tuple([z.iso.datetime().check(z.refine((instant) => isMoment(Date.parse(instant)))), z.int().check(z.nonnegative()), z.int().check(z.nonnegative(), z.maximum(largestNumber))]);

/** Where a list goes on. */
export const after = z.prefault(
  z.pipe(
    z.string().check(z.maxLength(longest, 'the address of a page that was shown')),
    z.transform((text, context): After | null => {
      if (text === '') return null;
      const read = Cursor.safeParse(parseJson(Buffer.from(text, 'base64url').toString()));
      if (read.success) return { at: new Date(read.data[0]), repositoryId: read.data[1], number: read.data[2] };
      context.issues.push({ code: 'custom', message: 'the address of a page that was shown', input: text });
      return z.NEVER;
    }),
  ),
  '',
);

export function renderAfter({ at, repositoryId, number: last }: After): string {
  return Buffer.from(JSON.stringify([at.toISOString(), repositoryId, last])).toString('base64url');
}
