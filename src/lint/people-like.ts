/** Tells a value from prose: whether a short text can be people, a placeholder, or a list of them. */
import { isPlaceholder } from './placeholder.ts';
import type { FieldKey } from './presets.ts';
import { namesTeam } from './team.ts';

const longestSentence = 160;
const mention = /(?:^|[\s([{<,;/&`])@[A-Za-z0-9]/;
const address = /[^\s<>()]+@[^\s<>()]+\.[a-z]{2,}/i;
const separators = /\s*(?:[,;&/]|\s(?:and\/or|and|or)\s)\s*/i;
const particle = /^(?:de|da|del|der|den|di|dos|du|la|le|van|von|bin|al|el|y|e|of|the)$/;
const nameWord = /^(?:[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\d'’.-]*|\p{Lu}\.)$/u;

function isName(text: string): boolean {
  const words = text.replace(/\s*\([^)]*\)/g, '').trim().split(/\s+/);
  if (words.length > 5 || text.length > 60) return false;
  if (words.length === 1) return /^[\p{L}\d][\p{L}\p{M}\d._'’-]{0,38}$/u.test(words[0] ?? '');
  return words.every((word, index) => nameWord.test(word) || (index > 0 && particle.test(word)));
}

function isShortTeam(text: string): boolean {
  return text.split(/\s+/).length <= 6 && namesTeam(text);
}

/** Whether `text` reads as a value: nothing, a placeholder, a mention or an address, or a short line of names. */
export function looksLikePeople(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.startsWith('@') || isPlaceholder(trimmed)) return true;
  if (trimmed.length > longestSentence) return false;
  if (mention.test(trimmed) || address.test(trimmed)) return true;
  const names = trimmed.replace(/[.;,]+$/, '').replace(/["“”]/g, '').split(separators);
  return names.every((name) => isName(name) || isShortTeam(name));
}

/** Whether an item of the list below a label can be a value of it: a principle may be a sentence. */
export function canBeListed(key: FieldKey, text: string): boolean {
  return key === 'principles' || looksLikePeople(text);
}
