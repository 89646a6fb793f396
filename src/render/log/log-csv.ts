/** The decision log as CSV (RFC 4180), one decision a row. A cell that a spreadsheet would run as a formula begins with `'`. */
import type { LogEntry, LogVoice } from '../../decision/log/entry.ts';
import type { Person } from '../../decision/people.ts';
import { daysTaken } from './log-facts.ts';
import type { LogWriter } from './log-writer.ts';

type Cell = string | number | boolean | null;

/** In this order; new ones are added at the end. */
const columns: readonly [name: string, cell: (entry: LogEntry) => Cell][] = [
  ['repository', ({ repository: { owner, name } }) => `${owner}/${name}`],
  ['kind', ({ kind }) => kind],
  ['number', ({ number }) => number],
  ['decision', ({ n }) => n],
  ['question', ({ question }) => question],
  ['result', ({ result }) => result],
  ['outcome', ({ outcome }) => outcome],
  ['decided_at', ({ at }) => at],
  ['opened_at', ({ openedAt }) => openedAt],
  ['days_taken', daysTaken],
  ['decided_by', ({ by }) => (by === null ? null : nameOf(by))],
  ['decision_owner', ({ owner }) => (owner === null ? null : nameOf(owner))],
  ['why', ({ why }) => why],
  ['rung', ({ rung }) => rung],
  ['rung_satisfied', ({ isSatisfied }) => isSatisfied],
  ['domain', ({ domain }) => domain],
  ['zone', ({ zone }) => zone],
  ['topic', ({ topic }) => topic],
  ['principles', ({ principles }) => principles.join('; ')],
  ['support', named('support')],
  ['abstain', named('abstain')],
  ['heard', named('heard')],
  ['objects', named('objects')],
  ['silent', named('silent')],
  ['objections', ({ objections }) => objections.length],
  ['objections_set_aside', ({ objections }) => objections.filter(({ setAside }) => setAside !== null).length],
  ['tensions', ({ tensions }) => tensions.map(({ principle }) => principle).join('; ')],
  ['confirmed_at', ({ confirmedAt }) => confirmedAt],
  ['reopened_at', ({ reopened }) => reopened?.at ?? null],
  ['review_on', ({ reviewOn }) => reviewOn],
  ['review', ({ review }) => review?.outcome ?? null],
  ['review_why', ({ review }) => review?.why ?? null],
  ['context', ({ context }) => context],
  ['url', ({ url }) => url],
  ['superseded_at', ({ supersededAt }) => supersededAt],
];

/** Without the mark that a spreadsheet takes for the beginning of a formula. */
function nameOf({ id, login }: Person): string {
  return id === 0 ? 'former participant' : login;
}

function named(stance: LogVoice['stance']): (entry: LogEntry) => string {
  return ({ voices }) => voices.filter((voice) => voice.stance === stance).map(({ person }) => nameOf(person)).join('; ');
}

export const csvLog: LogWriter = {
  begin: () => row(columns.map(([name]) => name)),
  each: (entry) => row(columns.map(([, cell]) => cell(entry))),
  reviews: null,
  end: () => '',
};

function row(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** What spreadsheets take for the beginning of a formula, also behind white space, and in its wide forms. */
const formula = /^[\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** A cell as RFC 4180 has it. Numbers are ours; text may be anybody's. */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = value.replace(/\p{Cs}/gu, '\ufffd').replaceAll('\0', '\ufffd');
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) || harmless !== harmless.trim() ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
