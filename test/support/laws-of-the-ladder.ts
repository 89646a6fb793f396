/** What holds of decisions on the ladder, judged from people's acts alone, and not by the code that judges them. */
import type { PureRfc } from '../../scripts/simulate/pure-rfc.ts';
import { isSpeech, type Act } from '../../src/decision/acts.ts';
import type { Plan } from '../../src/decision/plan.ts';
import type { Decision, Objection, Period, Record as RfcRecord, Source } from '../../src/decision/record-schema.ts';
import { alice, bob } from './a-command-context.ts';

/** What was promised with each period, by its number. */
export type FrozenSoFar = Map<number, string>;

/** Laws by their names, and whether they are broken. */
export function brokenOnTheLadder(rfc: PureRfc, { plan: { record }, frozen }: { plan: Plan; frozen: FrozenSoFar }): Record<string, boolean> {
  if (record === null) return {};
  const { period, decisions } = record;
  const { acts } = rfc.snapshot();
  return {
    'what is frozen stays frozen': period !== null && isBroken(period, frozen),
    'a rung that was not satisfied was decided anyway': decisions.some((decision) => decision.under?.isSatisfied === true && !isFair(decision, record, acts)),
    'who decides anyway says so': decisions.some(({ under, source }) => under?.isSatisfied === false && !/^\/decide anyway /m.test(wordsOf(source, acts))),
  };
}

/** All that was promised at its beginning; only what moves its end comes later. */
function isBroken(period: Period, frozen: FrozenSoFar): boolean {
  const [before, now] = [frozen.get(period.n), JSON.stringify({ ...period, extensions: [] })];
  frozen.set(period.n, now);
  return before !== undefined && before !== now;
}

function wordsOf({ in: place, id }: Source, acts: readonly Act[]): string {
  const said = acts.find((act) => act.kind === place && act.id === id);
  return said !== undefined && isSpeech(said) ? said.body : '';
}

/** Of an earlier period the record says nothing any more; that was seen to while it ran. */
function isFair({ at, under }: Decision, record: RfcRecord, acts: readonly Act[]): boolean {
  const { period, objections } = record;
  if (under?.rung === 'delegate') return true;
  if (period === null || isAnew(period, record, at)) return under?.rung === 'consult';
  // Of the same second, what people did goes before what Unpause told them.
  if (at <= period.from) return true;
  const asked = period.entitled.filter(({ id }) => id !== alice.id && id !== bob.id);
  const said = acts.filter((act) => act.at <= at);
  const isStopped = (since: string) => objections.some((objection) => objection.isBinding && objection.at < since && wasOpen(objection, at));
  const fair: Record<Period['rung'], boolean> = {
    delegate: true,
    consult: at >= period.last || asked.every(({ id }) => said.some((act) => act.by.id === id && (isSpeech(act) || act.kind === 'review-comment'))),
    consent: !isStopped(period.until),
    consensus: !isStopped(at) && asked.every(({ id }) => said.some((act) => act.by.id === id && takesSide(act))),
  };
  return at >= period.until && fair[period.rung];
}

/** Where a period was to begin anew, and there is nobody to ask by now, none does. */
function isAnew({ from }: Period, { amended, decisions }: RfcRecord, at: string): boolean {
  const anew = [amended, ...decisions.map(({ reopened }) => reopened)];
  return anew.some((each) => each !== null && each.at > from && each.at <= at);
}

function wasOpen({ withdrawnAt, setAside }: Objection, at: string): boolean {
  return (withdrawnAt === null || withdrawnAt > at) && (setAside === null || setAside.at > at);
}

function takesSide(act: Act): boolean {
  return isSpeech(act) && (/^\/(?:support|abstain)\b/m.test(act.body) || (act.kind === 'review' && act.state === 'approved'));
}
