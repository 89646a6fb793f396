import { createHash } from 'node:crypto';

/** The SHA-256 of a text in UTF-8, its first 16 hexadecimal digits: enough to see that somebody changed it. */
export function hashText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16);
}
