/** How far a decision reaches, and by which rule it is made. */
import type { Config } from '../config/schema.ts';
import type { DomainSources } from './domain.ts';
import { periodInForce } from './ladder/period.ts';
import { ruleOf, type Rule } from './ladder/rung-of.ts';
import type { Record } from './record-schema.ts';

/** As it was frozen when the decision period began; before that, and without one, as the config has it now. */
export function reachOf(snapshot: DomainSources, record: Pick<Record, 'period' | 'amended' | 'decisions'>, config: Pick<Config, 'domains'>): Rule {
  return periodInForce(record) ?? ruleOf(snapshot, config);
}
