/** What `unpause log check` found, in words: a line for each thing that differs, and how much was looked at. */
import type { FaultySource } from '../../decision/log/check-sources.ts';
import type { LogDifference } from '../../decision/log/compare-entries.ts';
import { countOf } from '../count-of.ts';
import { plainText } from '../plain-text.ts';

export interface LogCheck {
  version: 1;
  repository: string;
  /** How many were checked, and how many sources of theirs. */
  decisions: number;
  sources: number;
  /** The addresses of RFCs whose record was not written by the App. */
  altered: string[];
  faults: FaultySource[];
  /** What the log in the database has otherwise; null where there was none to compare with. */
  compared: readonly LogDifference[] | null;
}

/** Whether nothing differs. */
export function isClean({ faults, altered, compared }: LogCheck): boolean {
  return faults.length === 0 && altered.length === 0 && (compared ?? []).length === 0;
}

export function renderCheck({ repository, decisions, sources, altered, faults, compared }: LogCheck): string {
  const lines = [
    ...faults.map(({ number, n, of, fault, url }) => `${decisionName({ number, n })}: ${ofWords[of]} ${faultWords[fault]}: ${url}`),
    ...altered.map((url) => `the record was not written by this App: ${url}`),
    ...(compared ?? []).map((difference) => `${decisionName(difference)}: ${differenceWords(difference)}`),
  ];
  const checked = `${countOf(decisions, 'decision')} of ${repository} with ${countOf(sources, 'source')} checked${compared === null ? '' : ', and compared with the database'}`;
  const end = lines.length === 0 ? 'all as it was' : countOf(lines.length, 'difference');
  return [...lines, `${checked}: ${end}.`].map((text) => `${plainText(text)}\n`).join('');
}

function decisionName({ number, n }: { number: number; n: number }): string {
  return n === 0 ? `#${number} (merged without a decision)` : `#${number} (decision ${n})`;
}

const ofWords: Readonly<Record<FaultySource['of'], string>> = {
  decision: 'the comment that decided',
  confirmation: 'the comment that confirmed it',
  reopening: 'the comment that reopened it',
  objection: 'an objection',
  answer: 'the answer to an objection',
  'set-aside': 'the comment that set an objection aside',
  voice: 'a voice',
  citation: 'the citation of a principle',
  tension: 'the report of a tension',
  outcome: 'the word on how it turned out',
  owner: 'the comment that named another owner',
  amendment: 'the comment that had the period begin anew',
  editorial: 'the comment that called a change editorial',
};

const faultWords: Readonly<Record<FaultySource['fault'], string>> = {
  edited: 'was edited since',
  deleted: 'is not there any more',
  'another-author': 'is by somebody else than the log says',
  unsaid: 'holds no such command',
};

function differenceWords(difference: LogDifference): string {
  if (difference.what === 'differs') return `the database says otherwise about ${difference.fields.join(', ')}`;
  return difference.what === 'missing' ? 'it is in the database, and GitHub tells of it no more' : 'GitHub tells of it, and it is not in the database';
}
