/** How people and teams are named: those who are asked, so that GitHub tells them; everybody else, so that it tells nobody. */
import type { Addressee } from '../decision/acts.ts';
import type { Person } from '../decision/people.ts';
import { fitItems } from './fit-items.ts';
import { shortMarkdown } from './short-markdown.ts';

/** A GitHub login, also one of an enterprise's managed users (`alice_acme`). Anything else would be markup. */
const loginShape = /^[A-Za-z0-9][A-Za-z0-9-]{0,98}(?:_[A-Za-z0-9]{1,20})?$/;

/** GitHub's longest names of people and teams, and some room. */
const longestName = 150;

/** In UTF-16 code units: a list of names stays a line or a few. */
const longestList = 400;

/** Somebody who is asked to act: the one form that notifies. */
export function mention({ login }: Pick<Person, 'login'>): string {
  return loginShape.test(login) ? `@${login}` : inertLogin(login);
}

/** Somebody who is only spoken of: reads like a mention, and notifies nobody. */
export function inertName(addressee: Addressee | Person): string {
  return inertLogin('team' in addressee ? addressee.team : addressee.login);
}

/** What would begin or end a quotation: of the words beside a name, one would be taken for the name's own. */
const quotationMarks = /["“”„«»‘']/g;

/** The same for a bare login or team, with its `@` or without. No name holds white space, so none can be a sentence. */
export function inertLogin(login: string): string {
  return shortMarkdown(`@${login.replace(/^@/, '').trim().replace(/\s+/g, '-').replace(quotationMarks, '’')}`, longestName);
}

/** `a`, `a and b`, `a, b and c`. */
export function inWords(items: readonly string[], word: 'and' | 'or' = 'and'): string {
  const last = items.at(-1);
  if (last === undefined) return '';
  return items.length === 1 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** As many of them as are good to read, in words, and how many more there are. */
export function firstInWords(items: readonly string[], word: 'and' | 'or' = 'and'): string {
  const { left } = fitItems(items, longestList);
  const shown = Math.max(1, items.length - left);
  return inWords(shown >= items.length ? items : [...items.slice(0, shown), `${items.length - shown} more`], word);
}
