import { hasLabel } from '../decision/standing.ts';
import type { ListedRfc } from '../github/list-open-rfcs.ts';

/** Every pull request of a configured repository gets its checks; of the rest, only what carries the label. */
export function mayBeRfc({ kind, labels }: ListedRfc, { label, isConfigured }: { label: string; isConfigured: boolean }): boolean {
  return (kind === 'pull-request' && isConfigured) || hasLabel(labels, label);
}
