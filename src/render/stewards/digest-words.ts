/** What a digest says, before it has a form: for a comment, and for a chat. */
import type { PauseKind } from '../../config/schema-pause.ts';
import type { Digest } from '../../decision/stewards/digest.ts';
import { renderDay } from '../moments.ts';
import { resultWords } from './decision-item.ts';
import { periodWords } from './period-words.ts';

export interface DigestItem {
  /** Users' words: a title. */
  title: string;
  url: string;
  /** What follows the title; empty: nothing. */
  rest: string;
}

export interface DigestPart {
  heading: string;
  items: readonly DigestItem[];
}

const waitWords: Readonly<Record<PauseKind, string>> = {
  ownerless: 'Waits for somebody to own the decision',
  overdue: 'The decide-by day is over; waits for the Decision Owner',
  contested: 'Waits for a word on open objections',
  'awaiting-author': 'Waits for the author',
  'awaiting-review': 'Waits for reviews',
  'awaiting-decision': 'Everybody was heard; waits for the Decision Owner',
  drifting: 'Quiet; any next step helps',
};

export function digestHeading({ week }: Digest): string {
  return `Decisions in ${periodWords(week)}`;
}

/** The parts in which there is something to say. */
export function digestParts({ open, closing, decided, due }: Digest, timezone: string): DigestPart[] {
  const plain = ({ title, url }: { title: string; url: string }): DigestItem => ({ title, url, rest: '' });
  return [
    { heading: 'Closing soon', items: closing.map(({ closesAt, ...rfc }) => ({ ...plain(rfc), rest: closesAt === null ? '' : ` (${renderDay(closesAt, timezone)})` })) },
    ...open.map(({ waitsFor, rfcs }) => ({ heading: waitWords[waitsFor], items: rfcs.map(plain) })),
    { heading: 'Decided', items: decided.map(({ question, url, result }) => ({ title: question, url, rest: ` (${resultWords[result]})` })) },
    { heading: 'To be looked back at', items: due.map(({ question, url, reviewOn }) => ({ title: question, url, rest: reviewOn === null ? '' : ` (${reviewOn})` })) },
  ].filter(({ items }) => items.length > 0);
}

/** What whoever reads it can do. */
export const digestWays = 'Whoever knows the next step of one of these can take it with a comment there; `/dri take` drives it for a while.';
