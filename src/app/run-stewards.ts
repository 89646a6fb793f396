/**
 * What is known for a look at how a repository decides where there is no database: what this run saw, and what stands in
 * the status comments of RFCs that are over.
 */
import { courseOf } from '../decision/course.ts';
import { isSettled } from '../decision/decided.ts';
import { progressOf } from '../decision/ladder/progress-of.ts';
import { entriesOf } from '../decision/log/entries-of.ts';
import type { LogEntry } from '../decision/log/entry.ts';
import { statusComments } from '../decision/markers.ts';
import { pauseOf } from '../decision/pause.ts';
import { observeRecord } from '../decision/record.ts';
import type { Record as RfcRecord } from '../decision/record-schema.ts';
import type { Snapshot } from '../decision/snapshot.ts';
import type { OpenRfc } from '../decision/stewards/facts.ts';
import { mattersSince } from '../decision/stewards/reach.ts';
import type { RfcCourse } from '../decision/vitality/facts.ts';
import { millisecondsPerDay } from '../decision/zone-days.ts';
import { isBy } from '../github/app-identity.ts';
import { listLabelledSince } from '../github/list-open-rfcs.ts';
import { readFirstComments } from '../github/read-first-comments.ts';
import type { Place } from './open-place.ts';
import { nothing } from './run-memory.ts';
import type { StewardMemory } from './steward-memory.ts';
import { takeSnapshot } from './take-snapshot.ts';
import { tensionsIn } from './tensions-in.ts';

/** An RFC as a look of this run left it. */
export interface SeenRfc {
  snapshot: Snapshot;
  record: RfcRecord;
}

export interface RunSeen {
  seen: ReadonlyMap<number, SeenRfc>;
  /** For whoever reads what the run did. */
  notes: string[];
  /** How many more requests there may be. */
  room: () => number;
}

/** The issues of a workflow's bot are those of every workflow, so that old ones are not asked for. In milliseconds. */
const issuesKept = 400 * millisecondsPerDay;

/** A memory for one look. */
export function runStewards(place: Place, run: RunSeen): StewardMemory {
  const over = onceFor(async (since) => await readOver(place, run, since));
  const taken = onceFor(async (since) => [...run.seen.values(), ...(await snapshotsOf(place, await over(since), run))]);
  return {
    issuesSince: new Date(place.now().getTime() - issuesKept),
    async tensions(since) {
      const others = await over(since);
      const here = [...run.seen.values()].map(({ snapshot: { rfc }, record }) => ({ number: rfc.number, kind: rfc.kind, record }));
      return [...here, ...others].flatMap(({ number, kind, record: { tensions } }) => tensionsIn({ number, kind, tensions }, { repository: place.repository, since }));
    },
    async decisions(since) {
      return (await taken(since)).flatMap((rfc) => decidedIn(rfc, place, since));
    },
    async courses(since) {
      return (await taken(since)).flatMap((rfc) => courseIn(rfc, place));
    },
    elsewhere: async () => await Promise.resolve([]),
    open: async () => await Promise.resolve([...run.seen.values()].flatMap((rfc) => openIn(rfc, place))),
    chat: null,
    keepReviews: nothing,
  };
}

interface OverRfc {
  number: number;
  kind: 'pull-request' | 'issue';
  record: RfcRecord;
}

/** So many requests are left for what the look writes. */
const reserve = 40;

/** Asked again for the same moment, or a later one, it gives what is known. */
function onceFor<Found>(read: (since: Date) => Promise<Found>): (since: Date) => Promise<Found> {
  let known: { since: Date; found: Promise<Found> } | null = null;
  return async (since) => {
    if (known === null || known.since > since) known = { since, found: read(since) };
    return await known.found;
  };
}

/** The records of RFCs that changed since a moment and were not looked at. */
async function readOver(place: Place, { seen, notes, room }: RunSeen, since: Date): Promise<OverRfc[]> {
  const { github, repository, rules, app, sealFor } = place;
  const listed = await listLabelledSince(github, repository, { label: rules.config.label, since });
  const found: OverRfc[] = [];
  for (const { number, kind } of listed.filter((rfc) => !seen.has(rfc.number))) {
    if (room() < reserve) {
      notes.push('A retrospective, a digest or a question about a principle may leave out RFCs that changed longest ago: the requests of a sweep did not suffice for all of them.');
      break;
    }
    const own = (await readFirstComments(github, { ...repository, number })).filter(({ user }) => isBy(app, user)).map(({ words }) => words);
    const [status] = statusComments(own);
    const observed = status === undefined ? null : observeRecord(status.body, { seal: sealFor(repository.id, number), copy: null });
    if (observed !== null && 'record' in observed) found.push({ number, kind, record: observed.record });
  }
  return found;
}

/** Of those on which something was decided, or may have been merged without. */
async function snapshotsOf(place: Place, rfcs: readonly OverRfc[], { room }: RunSeen): Promise<SeenRfc[]> {
  const found: SeenRfc[] = [];
  for (const { number, record } of rfcs) {
    if (room() < reserve) break;
    const taken = await takeSnapshot(place, number, { copy: null, clicks: [] });
    if (taken.ok) found.push({ snapshot: taken.snapshot, record });
  }
  return found;
}

function decidedIn({ snapshot, record }: SeenRfc, { rules }: Place, since: Date): LogEntry[] {
  return entriesOf(snapshot, record, rules.config).filter((entry) => mattersSince(entry, since));
}

function courseIn({ snapshot, record }: SeenRfc, { repository, rules, now }: Place): RfcCourse[] {
  if (!isSettled(snapshot, record)) return [];
  return [{ ...courseOf({ snapshot, record, config: rules.config, now: now() }), repository: repository.id, number: snapshot.rfc.number }];
}

function openIn({ snapshot, record }: SeenRfc, { rules: { config }, now }: Place): OpenRfc[] {
  const { rfc } = snapshot;
  if (!rfc.isOpen || rfc.isDraft) return [];
  const at = now();
  const { closesAt } = progressOf({ snapshot, record, config, now: at });
  return [{ number: rfc.number, title: rfc.title, url: rfc.url, waitsFor: pauseOf(snapshot, record, config, at)?.kind ?? null, closesAt }];
}
