/** What people do on a simulated RFC, as GitHub's timeline tells it. */
import type { Act } from '../../src/decision/acts.ts';
import type { Doing } from './helper.ts';
import type { Rfc } from './rfc.ts';
import { accountOf, headOf, urlOf } from './what-github-says.ts';

const words: Record<Doing, string> = {
  approves: 'This reads well to me.',
  'asks-for-changes': 'I would change the second part.',
  revises: 'I have changed it as you say.',
  decides: '/decide accept It serves all of us.',
  speaks: 'We talked about it; this is what came out.',
};

/** `id` is that of the comment or review. */
export function actOf(rfc: Rfc, { person, does }: { person: number; does: Doing }, { at, id }: { at: string; id: number }): Act {
  const said = { at, by: accountOf(person), isOwn: false, id, body: words[does], hash: id.toString(16).padStart(16, '0'), isEdited: false, url: `${urlOf(rfc)}#${id}` };
  if (does === 'approves' || does === 'asks-for-changes') return { kind: 'review', state: does === 'approves' ? 'approved' : 'changes-requested', sha: headOf(rfc), ...said };
  return { kind: 'comment', ...said };
}
