/** Whether reviewers wait for the author: changes were requested, and the author has not moved since. */
import type { Act, Review } from './acts.ts';
import { isActivity, isFirstSight, timeOf } from './activity.ts';
import { isQuestion } from './aside.ts';
import type { Record } from './record-schema.ts';
import type { Snapshot } from './snapshot.ts';

export interface AuthorsTurn {
  isOn: boolean;
  /** When it last became or ceased to be the author's turn, in milliseconds; null where it never was. */
  changedAt: number | null;
}

/**
 * The newest verdict of each reviewer counts; a review that only comments is none. Anything that the author does, but to
 * ask how things are, answers all of them, and so does a push, whoever made it.
 */
export function authorsTurn(snapshot: Snapshot, record: Record): AuthorsTurn {
  const { author } = snapshot.rfc;
  const open = new Map<number, Review>();
  let changedAt: number | null = null;
  for (const act of snapshot.acts) {
    if (!isActivity(act) || isFirstSight(act, record) || isQuestion(act)) continue;
    const was = open.size > 0;
    if (act.by.id === author.id || act.kind === 'pushed') open.clear();
    else if (isVerdict(act)) setVerdict(open, act);
    if (was !== open.size > 0) changedAt = timeOf(act);
  }
  const pushedAt = pushAfter([...open.values()], snapshot, record);
  return pushedAt === null ? { isOn: open.size > 0, changedAt } : { isOn: false, changedAt: pushedAt };
}

function isVerdict(act: Act): act is Review {
  return act.kind === 'review' && (act.state === 'approved' || act.state === 'changes-requested');
}

function setVerdict(open: Map<number, Review>, review: Review): void {
  if (review.state === 'changes-requested') open.set(review.by.id, review);
  else open.delete(review.by.id);
}

/**
 * When the head was first seen, if every review that asks for changes is of another commit than that, and older: also
 * where the push itself was not seen, as on a first look. Null where the author has not pushed since.
 */
function pushAfter(reviews: readonly Review[], { rfc, acts }: Snapshot, { heads }: Record): number | null {
  const sha = rfc.head?.sha;
  const seen = [...heads, ...acts.filter((act) => act.kind === 'pushed')].filter((head) => head.sha === sha).map(timeOf);
  const seenAt = Math.min(...seen);
  if (reviews.length === 0 || !Number.isFinite(seenAt)) return null;
  return reviews.every((review) => review.sha !== sha && timeOf(review) < seenAt) ? seenAt : null;
}
