/**
 * An entry of the decision log as facts in words: each format says the same, and makes it harmless in its own way. All
 * of it is plain text. Moments are days in UTC.
 */
import type { Person } from '../../decision/people.ts';
import type { LogEntry, LogObjection, LogSource, LogVoice } from '../../decision/log/entry.ts';
import type { Rung, Zone } from '../../config/schema-domains.ts';
import type { Reasoned } from '../../decision/record-schema.ts';
import { dayOf, millisecondsPerDay } from '../../decision/zone-days.ts';
import { countOf } from '../count-of.ts';
import { missingKindsInWords } from '../missing-kinds.ts';
import { outcomeWords } from '../outcome-words.ts';

/** A piece of a fact, perhaps with where it is to be read. */
export interface FactItem {
  text: string;
  url: string | null;
}

export interface Fact {
  label: string;
  items: readonly FactItem[];
}

/** `Accepted`, `Superseded (it was rejected)`. */
export function resultWords({ result, outcome }: Pick<LogEntry, 'result' | 'outcome'>): string {
  if (result !== 'superseded') return plainResults[result];
  return outcome === null ? 'Superseded (it had been merged without a decision)' : `Superseded (it was ${outcomeWords[outcome]})`;
}

const plainResults: Readonly<Record<Exclude<LogEntry['result'], 'superseded'>, string>> = {
  accepted: 'Accepted',
  rejected: 'Rejected',
  deferred: 'Deferred',
  'merged-without-decision': 'Merged without a decision',
};

/** How the rung decides, in words. */
export const rungWords: Readonly<Record<Rung, string>> = {
  delegate: 'delegate: the owner decides',
  consult: 'consult: the owner decides after hearing those who are consulted',
  consent: 'consent: it goes ahead unless there is a reasoned objection',
  consensus: 'consensus: everybody entitled supports it or abstains',
};

const zoneWords: Readonly<Record<Exclude<Zone, 'local'>, string>> = {
  'principle-check': 'principle-check: a principle is cited',
  'centre-aware': 'centre-aware: the stewards were told',
};

/** `@alice`; of whom nothing is known any more, that. */
export function personName({ id, login }: Person): string {
  return id === 0 ? 'a former participant' : `@${login}`;
}

/** In the order in which they are read; what there is nothing to say of is left out. */
export function factsOf(entry: LogEntry): Fact[] {
  return [
    line('Result', resultWords(entry)),
    line(entry.by === null ? 'Merged' : 'Decided', `${dayOf(entry.at)}${entry.by === null ? '' : `, by ${personName(entry.by)}`}`),
    line('Why', entry.why),
    line('Decision Owner', ownerOf(entry)),
    line('Rule', ruleOf(entry)),
    line('Domain', entry.domain),
    line('Zone', entry.zone === 'local' ? null : zoneWords[entry.zone]),
    line('Topic', entry.topic),
    line('Principles', entry.principles.join(', ')),
    line('Time taken', timeTaken(entry)),
    ...voiceFacts(entry.voices),
    ...objectionFacts(entry.objections),
    list('Tensions', entry.tensions.map(({ principle, why, by, at }) => `${personName(by)} on ${dayOf(at)}, about ${principle}: ${why}`)),
    line('Confirmed', entry.confirmedAt === null ? null : dayOf(entry.confirmedAt)),
    line('Reopened', entry.reopened === null ? null : `${dayOf(entry.reopened.at)}, by ${personName(entry.reopened.by)}: ${entry.reopened.why}`),
    line('Looked back', reviewOf(entry)),
    { label: 'Documents', items: entry.documents.map(({ path, url }) => ({ text: path, url })) },
    { label: 'Sources', items: sourceItems(entry) },
  ].filter(({ items }) => items.length > 0);
}

/** How long it took from the proposal to the decision. */
export function daysTaken({ openedAt, at }: Pick<LogEntry, 'openedAt' | 'at'>): number {
  return Math.max(0, Math.round((Date.parse(at) - Date.parse(openedAt)) / millisecondsPerDay));
}

/** The last moment at which something of an entry changed, as far as it tells. */
export function changedAt({ at, confirmedAt, reopened, supersededAt, review, objections, tensions }: LogEntry): string {
  const said = [...objections.flatMap((objection) => [objection.at, objection.answered?.at, objection.withdrawnAt, objection.setAside?.at]), ...tensions.map((tension) => tension.at)];
  return [confirmedAt, reopened?.at, supersededAt, review?.at, ...said].reduce<string>((last, moment) => (typeof moment === 'string' && Date.parse(moment) > Date.parse(last) ? moment : last), at);
}

function line(label: string, text: string | null): Fact {
  return { label, items: text === null || text.trim() === '' ? [] : [{ text, url: null }] };
}

function list(label: string, texts: readonly string[]): Fact {
  return { label, items: texts.map((text) => ({ text, url: null })) };
}

function ownerOf({ owner, by }: LogEntry): string | null {
  return owner === null || owner.id === by?.id ? null : personName(owner);
}

function ruleOf({ rung, isSatisfied, missing }: LogEntry): string | null {
  if (rung === null) return null;
  const lacked = missing.length === 0 ? '' : `: missing was ${missingKindsInWords(missing)}`;
  return isSatisfied ? rungWords[rung] : `${rungWords[rung]}; decided before that was so, by the owner’s word (/decide anyway)${lacked}`;
}

function timeTaken(entry: LogEntry): string {
  return `${countOf(daysTaken(entry), 'day')}, from ${dayOf(entry.openedAt)} to ${dayOf(entry.at)}`;
}

function reviewOf({ review, reviewOn }: LogEntry): string | null {
  if (review === null) return reviewOn === null ? null : `planned for ${reviewOn}`;
  return `${review.outcome} on ${dayOf(review.at)}, by ${personName(review.by)}${review.why === '' ? '' : `: ${review.why}`}`;
}

const stances: readonly [stance: LogVoice['stance'], label: string][] = [
  ['support', 'In favour'],
  ['abstain', 'Abstained'],
  ['heard', 'Heard'],
  ['objects', 'Objected'],
  ['silent', 'Silent until the end'],
];

function voiceFacts(voices: readonly LogVoice[]): Fact[] {
  return stances.map(([stance, label]) => {
    const items = voices.filter((voice) => voice.stance === stance).map(({ person, url }) => ({ text: personName(person), url }));
    return items.some(({ url }) => url !== null) ? { label, items } : line(label, items.map(({ text }) => text).join(', '));
  });
}

function objectionFacts(objections: readonly LogObjection[]): Fact[] {
  const became = (what: string, reasoned: Reasoned | null) => (reasoned === null ? '' : ` ${what} by ${personName(reasoned.by)}: ${reasoned.why}`);
  const said = ({ by, at, why, answered, setAside }: LogObjection) => `${personName(by)} on ${dayOf(at)}: ${why}${became('Answered', answered)}${became('Set aside', setAside)}`;
  const those = (isSo: (objection: LogObjection) => boolean) => objections.filter(isSo).map(said);
  return [
    list('Objections set aside', those(({ setAside }) => setAside !== null)),
    list('Objections withdrawn', those(({ setAside, withdrawnAt }) => setAside === null && withdrawnAt !== null)),
    list('Objections open', those(({ setAside, withdrawnAt }) => setAside === null && withdrawnAt === null)),
  ];
}

const sourceWords: Readonly<Record<LogSource['of'], string>> = {
  decision: 'the decision',
  confirmation: 'its confirmation',
  reopening: 'why it was reopened',
  objection: 'an objection',
  answer: 'an answer',
  'set-aside': 'why an objection was set aside',
  voice: 'a voice',
  citation: 'a principle cited',
  tension: 'a tension',
  outcome: 'how it turned out',
  owner: 'why the owner is another',
  amendment: 'why the period began anew',
  editorial: 'why a change of the text means the same',
};

function sourceItems({ sources, kind, number, url }: LogEntry): FactItem[] {
  const rfc = { text: `${kind === 'issue' ? 'issue' : 'pull request'} #${number}`, url };
  return [rfc, ...sources.map((source) => ({ text: sourceWords[source.of], url: source.url }))];
}
