/** How far a decision reaches, and by which rule it is made. */
import type { Config } from '../config/schema.ts';
import { periodInForce } from './ladder/period.ts';
import { ruleOf, type Rule } from './ladder/rung-of.ts';
import type { Record } from './record-schema.ts';
import type { Snapshot } from './snapshot.ts';

/** As it was frozen when the decision period began; before that, and without one, as the config has it now. */
export function reachOf(snapshot: Pick<Snapshot, 'documents' | 'rfc'>, record: Pick<Record, 'period' | 'amended' | 'decisions'>, config: Pick<Config, 'domains'>): Rule {
  return periodInForce(record) ?? ruleOf(snapshot, config);
}
