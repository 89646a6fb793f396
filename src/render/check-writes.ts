import type { OwnCheckRun } from '../decision/snapshot.ts';
import type { CheckRunContent, Write } from '../decision/write.ts';

/**
 * What makes a check run say so. A run that says this very thing is left alone, or finished where an earlier look was
 * cut off; its external id tells. One that somebody asked to see again says the same under a longer id.
 */
export function checkWrites(content: CheckRunContent, runs: readonly OwnCheckRun[], { isRerun }: { isRerun: boolean }): Write[] {
  const named = runs.filter(({ name }) => name === content.name).sort((a, b) => a.id - b.id);
  // GitHub shows the newest run of a name; an older one that said the same does not count.
  const last = named.at(-1);
  const current = last !== undefined && saysThis(last, content.externalId, isRerun) ? last : undefined;
  const cancelled = named.filter((run) => !run.isCompleted && run !== current).map(({ id }): Write => ({ kind: 'cancel-check-run', id }));
  if (current === undefined) return [...cancelled, { kind: 'create-check-run', content }];
  if (current.isCompleted) return cancelled;
  return [...cancelled, { kind: 'finish-check-run', id: current.id, sent: current.annotations, content: { ...content, externalId: current.externalId } }];
}

function saysThis({ externalId }: OwnCheckRun, wanted: string, isRerun: boolean): boolean {
  return externalId === wanted || (!isRerun && externalId.startsWith(`${wanted}-`));
}
