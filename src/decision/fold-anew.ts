/**
 * A record that nobody sealed may have been edited by whoever can edit the comment. So all that people did is folded anew
 * at each look, and from the record comes only what it alone can know. Which words it says were read silences answers that
 * were given; it takes no effect from anybody.
 */
import type { Config } from '../config/schema.ts';
import { isSpeech, type Speech } from './acts.ts';
import { callEventId } from './call-events.ts';
import { textsOf } from './decided.ts';
import { foldWith, withOwners, type Folded, type Recollection } from './fold.ts';
import { hasEvent } from './markers.ts';
import { isRead, markRead, speechId } from './read-marks.ts';
import type { Decision, Record, Source } from './record-schema.ts';
import type { Snapshot } from './snapshot.ts';

/** `known` is what is believed of the record that was `found`. */
export function foldAnew({ known, found }: { known: Record; found: Record }, snapshot: Snapshot, config: Config, now: Date): Folded {
  const speeches = snapshot.acts.filter(isSpeech);
  const refused = speeches.filter((speech) => wasRefused(speech, found, snapshot));
  const base = { ...withOwners(known, snapshot, now), read: { until: new Date(0).toISOString(), ids: refused.map(speechId) } };
  const judged = { ...snapshot, load: loadFrom(firstUnread(speeches, found), snapshot.load) };
  const folded = foldWith(recollectionOf(found, snapshot), { record: base, snapshot: judged, config, now });
  const ids = new Set([...base.read.ids, ...folded.spoken.map(({ speech }) => speechId(speech))]);
  const heard = speeches.filter((speech) => ids.has(speechId(speech)));
  const record = withTextsOf(found, { ...folded.record, read: null }, speeches);
  const isNew = (speech: Speech) => !isRead(found, speech);
  const unread = folded.spoken.filter(({ speech }) => isNew(speech));
  const aways = folded.aways.filter(({ source }) => unread.some(({ speech }) => isBy(source, speech)));
  return { record: markRead(record, heard, snapshot.acts), spoken: unread, aways };
}

/** What was answered, and left no trace, was refused then: rights that somebody got since change nothing of it. */
function wasRefused(speech: Speech, found: Record, { comments }: Snapshot): boolean {
  return isRead(found, speech) && hasEvent(comments, callEventId.reply(speechId(speech))) && !sourcesIn(found).some((source) => isBy(source, speech));
}

function sourcesIn({ namedOwner, terms, escalations, objections, voices, waits, decisions, tensions, citations, amended, wordings }: Record): Source[] {
  const said = [namedOwner, amended, ...terms, ...terms.map(({ ended }) => ended), ...escalations, ...objections, ...voices, ...waits, ...decisions, ...tensions, ...citations];
  const changed = [...decisions.flatMap(({ confirmed, reopened, reviewed }) => [confirmed, reopened, reviewed]), ...objections.flatMap(({ answered, setAside }) => [answered, setAside]), ...wordings.map(({ editorial }) => editorial)];
  return [...said, ...changed].flatMap((entry) => entry?.source ?? []);
}

function isBy(source: Source, { kind, id, by, hash }: Speech): boolean {
  return source.in === kind && source.id === id && source.by === by.id && source.hash === hash;
}

function firstUnread(speeches: readonly Speech[], found: Record): string | null {
  return speeches.find((speech) => !isRead(found, speech))?.at ?? null;
}

/** Whether somebody had too much to drive is judged once, when their words are first read. */
function loadFrom(at: string | null, load: Snapshot['load']): Snapshot['load'] {
  const terms = at === null ? [] : load.terms.map((term) => (Date.parse(term.startedAt) < Date.parse(at) ? { ...term, startedAt: at } : term));
  return { ...load, terms };
}

/**
 * What was decided on is known to the record alone, as GitHub keeps no history of bodies, and tells no time of a push.
 * So is the rule it was decided by, where the config has another one by now.
 * Until something is pushed, a decision is about what there was when it was made.
 */
function recollectionOf(found: Record, snapshot: Snapshot): Recollection {
  const texts = textsOf(snapshot);
  return {
    decisionBy: (source) => found.decisions.find((decision) => isSame(decision.source, source)) ?? null,
    wasConfirmed: (source) => found.decisions.some(({ confirmed }) => confirmed !== null && isSame(confirmed.source, source)),
    asPushed: (record) => withSaid(record, (said) => foundFor(said, found) ?? said),
    asMade: (record) => withSaid(record, (said) => ((foundFor(said, found)?.texts ?? []).length === 0 ? said : { ...said, texts })),
  };
}

/** Of words that were read before, and of which the record says nothing, nobody knows which texts they are about. */
function withTextsOf(found: Record, record: Record, speeches: readonly Speech[]): Record {
  const isOld = (source: Source) => speeches.some((speech) => isBy(source, speech) && isRead(found, speech));
  const known = withSaid(record, (said) => foundFor(said, found) ?? (isOld(said.source) ? { ...said, texts: [] } : said));
  const { namedOwner } = known;
  const isKept = namedOwner !== null && found.namedOwner !== null && isSame(namedOwner.source, found.namedOwner.source);
  return isKept ? { ...known, namedOwner: { ...namedOwner, instead: found.namedOwner?.instead ?? [] } } : known;
}

/** What is said of texts: a decision, or its confirmation. */
type Said = Pick<Decision, 'source' | 'owner' | 'texts'>;

function withSaid(record: Record, change: (said: Said) => Said): Record {
  const changed = <Entry extends Said>(entry: Entry): Entry => {
    const { owner, texts } = change(entry);
    return { ...entry, owner, texts };
  };
  const decisions = record.decisions.map((decision) => ({ ...changed(decision), confirmed: decision.confirmed === null ? null : changed(decision.confirmed) }));
  return { ...record, decisions };
}

/** The same words may decide more than once; what they are about is one and the same. */
function foundFor({ source }: Said, { decisions }: Record): Said | null {
  const said = decisions.flatMap((decision): Said[] => (decision.confirmed === null ? [decision] : [decision, decision.confirmed]));
  return said.find((each) => isSame(each.source, source)) ?? null;
}

function isSame(one: Source, other: Source): boolean {
  return one.in === other.in && one.id === other.id && one.by === other.by && one.hash === other.hash;
}
