/** What an address says that nobody can answer, in words: what was seen, and what was expected. */
import type * as z from 'zod/mini';
import { cutText } from '../../render/cut-text.ts';

const longestShown = 60;

/** One for each mistake: `Unexpected from "2026-02-31", expected a day such as 2026-12-01`. */
export function mistakesIn({ issues }: z.core.$ZodError, query: unknown): string[] {
  const said = new Map(Object.entries(query ?? {}));
  return issues.map(({ path: [name = ''], message }) => `Unexpected ${String(name)} "${cutText(String(said.get(String(name)) ?? ''), longestShown)}", expected ${message}`);
}
