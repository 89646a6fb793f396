/** The labels that Unpause sets. They notify nobody, so an old RFC gets them at once; a draft is left alone until it is ready. */
import type { Config } from '../config/schema.ts';
import { statusComments } from './markers.ts';
import { recordOrCopy } from './record.ts';
import type { Effect } from './plan.ts';
import { hasLabel, ownershipOf, type Standing } from './standing.ts';
import type { Snapshot } from './snapshot.ts';

export function labelEffects(snapshot: Snapshot, config: Config, standing: Standing): Effect[] {
  const { rfc } = snapshot;
  const isWatched = standing === 'rfc' && rfc.isOpen && !rfc.isDraft;
  const rfcLabel: Effect[] = isWatched && !hasLabel(rfc.labels, config.label) ? [{ kind: 'add-label', label: 'rfc', name: config.label }] : [];
  const ownerLabel = config.labels['needs-decision-owner'];
  return ownerLabel === false ? rfcLabel : [...rfcLabel, ...ownerLabelEffects(snapshot, ownerLabel, isWatched)];
}

/** What is not known changes nothing: neither is the label set, nor is it taken off. */
function ownerLabelEffects(snapshot: Snapshot, name: string, isWatched: boolean): Effect[] {
  const { rfc, documents } = snapshot;
  const isSet = hasLabel(rfc.labels, name);
  const ownership = ownershipOf(documents);
  if (isWatched && ownership === 'missing') return isSet ? [] : [{ kind: 'add-label', label: 'needs-decision-owner', name }];
  const isOver = isWatched ? ownership === 'named' : !rfc.isDraft && wasRfc(snapshot);
  return isOver && isSet ? [{ kind: 'remove-label', name }] : [];
}

/** Whoever sets the label on something that never was an RFC has reasons of their own. */
function wasRfc({ record, comments }: Snapshot): boolean {
  return recordOrCopy(record) !== null || statusComments(comments).length > 0;
}
