/** How far a decision has come on its rung, and what has drifted since its rules were frozen: what everybody asks. */
import { driftOf } from './drift.ts';
import { entitledOn } from './entitled.ts';
import { askedIn, judge, type Moment } from './judge.ts';
import type { Progress } from './progress.ts';
import { ruleOf } from './rung-of.ts';

/** Nothing missing: the rung is satisfied. */
export function progressOf(moment: Moment): Progress {
  const { snapshot, config } = moment;
  const judged = judge(moment);
  const { period } = judged;
  const voices = judged.voices();
  if (period === null) return { ...judged, voices, drift: [] };
  const rule = ruleOf(snapshot, config);
  return { ...judged, voices, drift: driftOf(period, askedIn(period, moment), { rule, entitled: entitledOn(rule, moment), config, snapshot }) };
}
