/** Every decision about an RFC tells of all that was said until the next one; for a count, each word belongs to one of them. */
import type { LogEntry } from '../log/entry.ts';

/** What an entry tells of that no other one about the same RFC is to be counted for. */
export type FirstTold = Pick<LogEntry, 'objections' | 'tensions'>;

type Telling = FirstTold & Pick<LogEntry, 'number' | 'n' | 'at'> & { repository: Pick<LogEntry['repository'], 'id'> };

/**
 * Tells what belongs to each entry: what was said up to its decision and after the one before, and with the last one also
 * what came later. Few RFCs are decided more than once; all others are left as they are.
 */
export function firstToldIn(entries: readonly Telling[]): (entry: Telling) => FirstTold {
  const momentsOf = momentsOfSeveral(entries);
  return (entry) => {
    const { objections, tensions } = entry;
    const moments = objections.length + tensions.length === 0 ? undefined : momentsOf(entry);
    if (moments === undefined) return { objections, tensions };
    const isFirst = ({ at }: { at: string }): boolean => (moments.find((moment) => moment.time >= Date.parse(at)) ?? moments.at(-1))?.n === entry.n;
    return { objections: objections.filter(isFirst), tensions: tensions.filter(isFirst) };
  };
}

/** When which decision was made. */
interface Moment {
  time: number;
  n: number;
}

/** The decisions about each RFC that was decided more than once, or merged before, the earliest first; undefined for all others. */
function momentsOfSeveral(entries: readonly Telling[]): (entry: Telling) => readonly Moment[] | undefined {
  const byRepository = new Map<number, Map<number, Moment[]>>();
  const momentsOf = ({ repository, number }: Telling) => byRepository.get(repository.id)?.get(number);
  for (const { repository, number, n } of entries) {
    if (n === 1) continue;
    const byNumber = byRepository.get(repository.id) ?? new Map<number, Moment[]>();
    byRepository.set(repository.id, byNumber.set(number, []));
  }
  for (const entry of entries) momentsOf(entry)?.push({ time: Date.parse(entry.at), n: entry.n });
  for (const byNumber of byRepository.values()) for (const moments of byNumber.values()) moments.sort((one, other) => one.time - other.time || one.n - other.n);
  return momentsOf;
}
