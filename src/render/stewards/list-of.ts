import { fitItems } from '../fit-items.ts';

/** In bytes of UTF-8: a list of a few dozen lines. */
const budget = 6_000;

/** A title in bold over a list that stays within reason. No parts where there are no items. */
export function listOf(title: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  const { text, left } = fitItems(items.map((item) => `- ${item}\n`), budget);
  const rest = left > 0 ? `- … and ${left} more\n` : '';
  return [`**${title}**\n\n${text}${rest}`.trimEnd()];
}
