/**
 * The figures of the repositories that somebody may see. Reckoning them reads the whole log of two and a half years, so
 * that they are kept for a while, for each set of repositories by itself: nobody is shown what others' sets hold.
 */
import { createHash } from 'node:crypto';
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { HeldPrinciple, RfcCourse, VitalEntry } from '../decision/vitality/facts.ts';
import { memory as howLongPeopleAreKnown } from '../decision/vitality/newcomers.ts';
import { lastPeriods, wholeOf, type Every, type Period } from '../decision/vitality/period.ts';
import { findingsOf, type Finding, type Vitality } from '../decision/vitality/vitality.ts';
import { streamCourses } from '../store/courses.ts';
import { streamEntries } from '../store/find-entries.ts';
import type { Database } from '../store/tables.ts';
import type { Visible } from '../store/visible.ts';
import { createMemory, type Memory } from './remember.ts';

/** So many months or quarters beside each other; the last one still runs. */
export const periodsShown = 5;

export interface VitalityQuery {
  visible: Visible;
  every: Every;
  now: Date;
  /** The principles that hold in these repositories, and in which of them. */
  principles: () => Promise<readonly HeldPrinciple[]>;
}

/** In milliseconds. */
const keptFor = 10 * 60_000;
const mostKept = 50;

const keptBy = new WeakMap<Database, Memory<Vitality>>();

/** At most ten minutes old. */
export async function readVitality(database: Database, query: VitalityQuery): Promise<Vitality> {
  const memory = keptBy.get(database) ?? createMemory<Vitality>({ keepFor: keptFor, most: mostKept, now: Date.now });
  keptBy.set(database, memory);
  const { visible, every, now } = query;
  const seen = visible === 'all' ? 'all' : createHash('sha256').update([...visible].sort((one, other) => one - other).join(',')).digest('hex');
  // By the clock of whoever asks, which a demo turns.
  const moment = Math.floor(now.getTime() / keptFor);
  return await memory.get(`${every} ${moment} ${seen}`, async () => await reckon(database, query));
}

async function reckon(database: Database, { visible, every, now, principles }: VitalityQuery): Promise<Vitality> {
  const periods = lastPeriods(now, every, periodsShown);
  const entries: VitalEntry[] = [];
  const from = startOf(wholeOf(periods));
  for await (const entry of streamEntries(database, { repositories: visible, from: from.toISOString() })) entries.push(vitalPart(entry));
  const courses: RfcCourse[] = [];
  for await (const course of streamCourses(database, { repositories: visible, from })) courses.push(course);
  const findings: Finding[] = [];
  for (const finding of findingsOf({ entries, courses, principles: await principles(), now }, periods)) {
    findings.push(finding);
    await othersTurn();
  }
  return { span: wholeOf(periods), findings };
}

/** Who decided or drove before counts too: it tells who is new. */
function startOf({ from }: Period): Date {
  return new Date(from.getTime() - howLongPeopleAreKnown);
}

/** Words take room, and no figure needs them. */
function vitalPart({ repository, number, n, result, by, owner, at, rung, domain, isSatisfied, principles, tensions, objections, reviewOn, review }: VitalEntry): VitalEntry {
  return {
    repository: { id: repository.id },
    number,
    n,
    result,
    by,
    owner,
    at,
    rung,
    domain,
    isSatisfied,
    principles,
    tensions: tensions.map((tension) => ({ ...tension, why: '' })),
    objections: objections.map((objection) => ({ ...objection, why: '', answered: null, setAside: objection.setAside === null ? null : { ...objection.setAside, why: '' } })),
    reviewOn,
    review,
  };
}
