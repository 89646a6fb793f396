import { fitItems } from '../fit-items.ts';

export interface ListSection {
  title: string;
  items: readonly string[];
  /** In bytes of UTF-8. */
  budget: number;
  /** What comes after the list; empty: nothing. */
  after: string;
}

/** A title and a list that stays within its budget. Empty where there are no items. */
export function listSection({ title, items, budget, after }: ListSection): string {
  if (items.length === 0) return '';
  const { text, left } = fitItems(items.map((item) => `- ${item}\n`), budget);
  const rest = left > 0 ? `- … and ${left} more, in the comments\n` : '';
  return [`**${title}:**`, `${text}${rest}`.trimEnd(), after].filter((part) => part !== '').join('\n\n');
}
