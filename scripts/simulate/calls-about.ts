/** What a call is about: no two calls of one RFC should be about the same. */
import type { CallKind } from './helper.ts';
import type { Rfc } from './rfc.ts';

export function aboutOf(kind: CallKind, asked: readonly number[], { step, since }: Rfc): string {
  const wait = `${step} since ${since}`;
  const [person] = asked;
  if (kind === 'dri') return `${person} to drive: ${wait}`;
  return kind === 'escalation' ? `${person} to help: ${wait}` : `${kind}: ${wait}`;
}
