/** What there is to learn from, and who learns of it: earlier decisions on the topic, principles, and the stewards. */
import type { Config } from '../config/schema.ts';
import { mostTold, stewardsOf } from './centre.ts';
import { principlesCited, type CitedPrinciple } from './citations.ts';
import { decisionInForce } from './decided.ts';
import type { EarlierDecision } from './earlier.ts';
import { reachOf } from './reach.ts';
import type { Record } from './record-schema.ts';
import type { Account, Snapshot } from './snapshot.ts';
import { topicOf } from './topic.ts';

export interface Learning {
  /** Null where no document names one. `earlier` is null where no log is at hand: that is not the same as none. */
  topic: { name: string; earlier: readonly EarlierDecision[] | null } | null;
  cited: readonly CitedPrinciple[];
  /** The short names of principles that may be worth a look, as the zone asks for one and none is cited; empty otherwise. */
  worthALook: { domain: string | null; principles: readonly string[] } | null;
  /** Who is told of the decision, as it reaches the whole; null where it does not. */
  told: { domain: string | null; people: readonly Account[]; more: number; hidden: readonly string[] } | null;
}

/** Where there is nothing of all this. */
export const nothingToLearn: Learning = { topic: null, cited: [], worthALook: null, told: null };

export function learningOf({ snapshot, record, config }: { snapshot: Snapshot; record: Record; config: Config }): Learning {
  const { domain, zone } = decisionInForce(record)?.under ?? reachOf(snapshot, record, config);
  const topic = topicOf(snapshot, config);
  const cited = principlesCited(snapshot, record, config);
  const asksForOne = zone === 'principle-check' && cited.length === 0 && decisionInForce(record) === null;
  const stewards = stewardsOf({ snapshot, record, config });
  return {
    topic: topic === null ? null : { name: topic, earlier: snapshot.earlier },
    cited,
    worthALook: asksForOne ? { domain, principles: config.principles.map(({ id }) => id) } : null,
    told: zone === 'centre-aware' ? { domain, people: stewards.people.slice(0, mostTold), more: Math.max(0, stewards.people.length - mostTold), hidden: stewards.hidden } : null,
  };
}
