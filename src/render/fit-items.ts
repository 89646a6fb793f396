import { utf8Length } from '../lint/utf8-length.ts';

/** The first items that fit in so many bytes of UTF-8, as one text, and how many were left out. */
export function fitItems(items: readonly string[], bytes: number): { text: string; left: number } {
  let room = bytes;
  let text = '';
  for (const [index, item] of items.entries()) {
    room -= utf8Length(item);
    if (room < 0) return { text, left: items.length - index };
    text += item;
  }
  return { text, left: 0 };
}
