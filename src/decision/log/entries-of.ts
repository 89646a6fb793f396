/**
 * What one RFC adds to the decision log: an entry for each decision in its record, and one where it was merged without.
 * Derived from the record and from what GitHub shows, so that it can be made anew at any time.
 */
import type { Config } from '../../config/schema.ts';
import { compileCitations } from '../../lint/read-citations.ts';
import { decisionInForce } from '../decided.ts';
import { ruleOf } from '../ladder/rung-of.ts';
import { ownersOf } from '../owner.ts';
import type { Person } from '../people.ts';
import type { Decision, Record, Under } from '../record-schema.ts';
import type { Snapshot } from '../snapshot.ts';
import { topicOf } from '../topic.ts';
import { hasStory } from '../known-record.ts';
import { hasLabel } from '../standing.ts';
import { contextOf } from './context-of.ts';
import { logObjection, type LogEntry, type LogResult } from './entry.ts';
import { sourcesOf } from './sources-of.ts';
import { voicesThen } from './voices-then.ts';

/** The oldest first; a decision in whose place a later one came is `superseded`. */
export function entriesOf(snapshot: Snapshot, record: Record, config: Config): LogEntry[] {
  const moments = momentsIn(snapshot, record, config.label);
  if (moments.length === 0) return [];
  const about = aboutRfc(snapshot, config);
  return moments.map((moment, index) => entryAt({ ...moment, next: moments[index + 1]?.at ?? null }, about, { snapshot, record, config }));
}

/** When something was decided; or merged, and nobody had. */
interface Moment {
  at: string;
  /** Null where it was merged without one. */
  decision: Decision | null;
}

function momentsIn(snapshot: Snapshot, record: Record, label: string): Moment[] {
  const decided = record.decisions.map((decision): Moment => ({ at: decision.at, decision }));
  const merged = mergedUndecided(snapshot, record, label);
  return [...decided, ...(merged === null ? [] : [{ at: merged, decision: null }])].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

/** When it was merged though no decision was in force; null where it was not. What nobody had asked Unpause to watch is nobody's question. */
function mergedUndecided(snapshot: Snapshot, record: Record, label: string): string | null {
  const { acts, rfc, comments } = snapshot;
  const merge = rfc.isMerged ? acts.findLast(({ kind }) => kind === 'merged') : undefined;
  if (merge === undefined || (comments.length === 0 && !hasStory(record)) || isUnlabelledAt(merge.at, snapshot, label)) return null;
  const isBefore = (at: string) => Date.parse(at) <= Date.parse(merge.at);
  const last = record.decisions.findLast(({ at }) => isBefore(at));
  // What was decided before may have been dropped for want of room; that it was is still known.
  const isDecided = last === undefined ? record.folded.decisions > 0 : last.reopened === null || !isBefore(last.reopened.at);
  return isDecided ? null : merge.at;
}

/** Somebody had taken the label away by then, and no document makes an RFC of it. */
function isUnlabelledAt(moment: string, { acts, documents }: Snapshot, label: string): boolean {
  const last = acts.findLast((act) => (act.kind === 'labelled' || act.kind === 'unlabelled') && hasLabel([act.label], label) && Date.parse(act.at) <= Date.parse(moment));
  return last?.kind === 'unlabelled' && documents.every(({ blob }) => blob === null);
}

/** What all entries of an RFC have in common. */
function aboutRfc(snapshot: Snapshot, config: Config) {
  const { repository, rfc, documents } = snapshot;
  const { id, owner, name, isPrivate, url } = repository;
  const cited = documents.flatMap(({ result }) => result?.fields.principles?.text ?? []).map(compileCitations(config.principles));
  return {
    rfc: {
      repository: { id, owner, name, isPrivate, url },
      kind: rfc.kind,
      number: rfc.number,
      url: rfc.url,
      question: rfc.title,
      context: contextOf(rfc.body, fieldLinesIn(documents)),
      documents: documents.map((document) => ({ path: document.path, url: document.url })),
      openedAt: rfc.createdAt,
      topic: topicOf(snapshot, config),
    },
    // One that the config has no more was in force when it was cited.
    principles: cited.flatMap(({ known, unknown }) => [...known, ...unknown.filter((word) => slug.test(word))]),
  };
}

const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Of a body that is itself the document. */
function fieldLinesIn(documents: Snapshot['documents']): Set<number> {
  const results = documents.flatMap(({ blob, result }) => (blob === null && result !== null ? [result] : []));
  return new Set(results.flatMap(({ decision, fields }) => [decision.line, ...Object.values(fields).map(({ line }) => line)]).filter((line) => line !== null));
}

type About = ReturnType<typeof aboutRfc>;

interface Facts {
  snapshot: Snapshot;
  record: Record;
  config: Config;
}

/** `next` is when a later decision was made; null where this is the last. */
function entryAt({ at, decision, next }: Moment & { next: string | null }, { rfc, principles }: About, { snapshot, record, config }: Facts): LogEntry {
  const [objections, tensions, citations] = [upTo(next, record.objections), upTo(next, record.tensions), upTo(next, record.citations)];
  const voices = upTo(at, record.voices);
  const [namedOwner, amended] = [saidBy(at, record.namedOwner), saidBy(at, record.amended)];
  const editorials = upTo(next, record.wordings.flatMap(({ editorial }) => editorial ?? []));
  return {
    ...rfc,
    ...saidIn(decision),
    result: next === null ? resultOf(decision) : 'superseded',
    supersededAt: next,
    reviewOn: decision !== null && decision === decisionInForce(record) ? record.reviewOn : null,
    owner: decision === null ? ownerNow(snapshot, record) : decision.owner,
    at,
    ...ruleThen(decision?.under ?? null, snapshot, config),
    principles: [...new Set([...principles, ...citations.map(({ principle }) => principle)])],
    tensions: tensions.map(({ principle, why, by, at: toldAt }) => ({ principle, why, by, at: toldAt })),
    voices: voicesThen(snapshot, record, { at, decision }),
    objections: objections.map(logObjection),
    sources: sourcesOf(rfc.url, { decision, objections, tensions, citations, voices, namedOwner, amended, editorials }),
  };
}

/** What was said until then; all of it where there is no end. */
function upTo<Entry extends { at: string }>(end: string | null, entries: readonly Entry[]): Entry[] {
  return entries.filter((entry) => end === null || Date.parse(entry.at) <= Date.parse(end));
}

/** Null where it was said later, or never. */
function saidBy<Entry extends { at: string }>(end: string, entry: Entry | null): Entry | null {
  return entry !== null && Date.parse(entry.at) <= Date.parse(end) ? entry : null;
}

type Said = Pick<LogEntry, 'n' | 'outcome' | 'by' | 'why' | 'confirmedAt' | 'reopened' | 'review'>;

const nothingSaid: Said = { n: 0, outcome: null, by: null, why: null, confirmedAt: null, reopened: null, review: null };

function saidIn(decision: Decision | null): Said {
  if (decision === null) return nothingSaid;
  const { n, outcome, by, why, confirmed, reopened, reviewed } = decision;
  return { n, outcome, by, why, confirmedAt: confirmed?.at ?? null, reopened, review: reviewed };
}

function resultOf(decision: Decision | null): LogResult {
  return decision === null ? 'merged-without-decision' : results[decision.outcome];
}

const results = { accept: 'accepted', reject: 'rejected', defer: 'deferred' } as const;

function ownerNow(snapshot: Snapshot, record: Record): Person | null {
  const [owner] = ownersOf(snapshot, record);
  return owner === undefined ? null : { id: owner.id, login: owner.login };
}

/** As it was when it was decided; else, as far as the config says so now. */
function ruleThen(under: Under | null, snapshot: Snapshot, config: Config): Pick<LogEntry, 'rung' | 'domain' | 'zone' | 'isSatisfied' | 'missing'> {
  if (under !== null) return { rung: under.rung, domain: under.domain, zone: under.zone, isSatisfied: under.isSatisfied, missing: under.missing };
  const { domain, zone } = ruleOf(snapshot, config);
  return { rung: null, domain, zone, isSatisfied: true, missing: [] };
}
