/**
 * What looks remember where there is no server: what this run saw. What others have to do comes from the records in the
 * status comments (`readOthersWork`), and absences from what people wrote there.
 */
import { withAway } from '../decision/commands/aways-in.ts';
import { isCall } from '../decision/call-events.ts';
import { termsForOthers } from '../decision/dri-load.ts';
import type { Absence, Load, OtherTerm } from '../decision/load.ts';
import type { Record } from '../decision/record.ts';
import type { OwnComment } from '../decision/snapshot.ts';
import type { KnownDocument } from '../store/tables.ts';
import type { LoadQuery } from '../store/momentum.ts';
import type { LookMemory } from './look-memory.ts';

/** What one RFC tells about people's work. */
export interface RfcWork {
  comments: readonly OwnComment[];
  record: Record | null;
}

export interface RunMemory extends LookMemory {
  /** Takes in what stands at an RFC that was not looked at. */
  learn: (number: number, work: RfcWork) => void;
}

/** A memory of nothing yet. One run is about one repository. */
export function createRunMemory(): RunMemory {
  const reports = new Map<string, KnownDocument>();
  const terms = new Map<number, readonly OtherTerm[]>();
  const calls = new Map<number, readonly string[]>();
  let absences: readonly Absence[] = [];
  const learn: RunMemory['learn'] = (number, { comments, record }) => {
    terms.set(number, record === null ? [] : termsForOthers(record));
    calls.set(number, comments.filter(isCall).map(({ createdAt }) => createdAt));
  };
  const loadFor = ({ number, today }: LoadQuery): Load => ({
    terms: [...terms].flatMap(([other, its]) => (other === number ? [] : its)),
    absences,
    callsToday: [...calls.values()].flat().filter((at) => Date.parse(at) >= today.getTime()).length,
  });
  return {
    learn,
    rules: { read: async () => await Promise.resolve(null), keep: nothing },
    reports: {
      read: async (blob, settings) => await Promise.resolve(reports.get(`${blob} ${settings}`) ?? null),
      keep: async (blob, settings, known) => {
        reports.set(`${blob} ${settings}`, known);
        await nothing();
      },
    },
    noteRepository: nothing,
    recall: async () => await Promise.resolve({ copy: null, clicks: [] }),
    load: async (query) => await Promise.resolve(loadFor(query)),
    earlier: async () => await Promise.resolve(null),
    planInTurn: async ({ query, planOn }) => await Promise.resolve(planOn(loadFor(query))),
    keepAways: async (aways) => {
      absences = aways.reduce(withAway, absences);
      await nothing();
    },
    finishClicks: nothing,
    keep: async ({ number }, work) => {
      if (work !== null) learn(number, work);
      await nothing();
    },
    hasCourse: async () => await Promise.resolve(false),
    keepCourse: nothing,
    markGone: nothing,
  };
}

/** What needs no doing here. */
export async function nothing(): Promise<void> {
  await Promise.resolve();
}
