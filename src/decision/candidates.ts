/** Who may be asked to be temporary DRI: everybody in the pool, but for those whom it would not be fair or kind to ask. */
import type { Config } from '../config/schema.ts';
import { activeTerms, awayAt, type DriLoad, loadWith } from './dri-load.ts';
import { type Candidate, driPool, peopleBehind } from './dri-pool.ts';
import { ownersOf } from './owner.ts';
import type { Pause } from './pause-facts.ts';
import type { Record, Term } from './record-schema.ts';
import type { Account, Snapshot } from './snapshot.ts';

export interface Candidates {
  /** Whom the config means, whether they can be asked now or not: among them the load is shared. */
  pool: readonly Account[];
  /** Who can be asked now. */
  available: readonly Candidate[];
  /** The terms on all RFCs, this one included, and who is away when. */
  load: DriLoad;
}

export interface Occasion {
  snapshot: Snapshot;
  record: Record;
  config: Config;
  pause: Pause;
  at: Date;
}

/**
 * Left out are the author (unless the config says otherwise), the Decision Owner, bots, who is away, who passed on this
 * RFC, who holds as many terms as one person may, whom GitHub would not assign, and who gave this step back or did not
 * answer when they were asked for it. Those who are waited for anyway, and those who drove this step before, are asked
 * only where nobody else is left.
 */
export function candidatesOf(occasion: Occasion): Candidates {
  const { snapshot, record, config, pause } = occasion;
  const load = loadWith(snapshot.load, record);
  const pool = driPool(snapshot, config);
  const isExcluded = exclusions(occasion, load);
  const able = pool.filter(({ account }) => !isExcluded(account.id));
  const drove = termsIn(pause, record).map(({ holder }) => holder.id);
  const last = new Set([...drove, ...peopleBehind(pause.waitsFor, snapshot).map(({ id }) => id)]);
  const others = able.filter(({ account }) => !last.has(account.id));
  return { pool: pool.map(({ account }) => account), available: others.length > 0 ? others : able, load };
}

function exclusions({ snapshot, record, config, pause, at }: Occasion, load: DriLoad): (person: number) => boolean {
  const never = new Set([
    ...(config.dri['exclude-author'] ? [snapshot.rfc.author.id] : []),
    ...ownersOf(snapshot, record).map(({ id }) => id),
    ...record.passed,
    ...snapshot.people.filter(({ isAssignable }) => isAssignable === false).map(({ account }) => account.id),
    ...termsIn(pause, record).filter(endedUndone).map(({ holder }) => holder.id),
    ...awayAt(load, at),
  ]);
  const active = activeTerms(load, at);
  return (person) => never.has(person) || (active.get(person) ?? 0) >= config.dri['max-active'];
}

function termsIn({ since }: Pause, { terms }: Record): Term[] {
  return terms.filter(({ startedAt }) => Date.parse(startedAt) >= Date.parse(since));
}

function endedUndone({ ended, activeAt }: Term): boolean {
  return ended !== null && (activeAt === null || ended.how === 'released');
}
