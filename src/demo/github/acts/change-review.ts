import { presentReview, presentSimplePullRequest } from '../present/pull-request.ts';
import type { Account } from '../state/accounts.ts';
import { isPullRequest, type PullRequest, type Review } from '../state/repository.ts';
import type { WorldState } from '../state/world-state.ts';
import { enterEvent, tell, touch } from './tell.ts';

/** The words of a review are changed, by its author or by somebody who may write. */
export function editReview(world: WorldState, review: Review, { by, body }: { by: Account; body: string }): void {
  const from = review.body;
  if (body === from) return;
  review.body = body;
  review.updatedAt = world.now();
  touch(world, review.issue);
  tellOfReview(world, review, { action: 'edited', by, details: { changes: { body: { from } } } });
}

/** It no longer counts. */
export function dismissReview(world: WorldState, review: Review, by: Account): void {
  if (review.isDismissed) return;
  review.isDismissed = true;
  review.updatedAt = world.now();
  touch(world, review.issue);
  enterEvent(world, review.issue, 'review_dismissed', { actor: by, dismissed: review });
  tellOfReview(world, review, { action: 'dismissed', by });
}

export function findReview({ pull }: PullRequest, id: number): Review | undefined {
  return pull.reviews.find((review) => review.id === id);
}

/** A `pull_request_review` event. */
export function tellOfReview(world: WorldState, review: Review, { action, by, details = {} }: { action: string; by: Account; details?: object }): void {
  const { issue } = review;
  if (!isPullRequest(issue)) throw new Error(`Unexpected review of #${issue.number}, expected a pull request`);
  const shown = presentReview(world, review);
  tell(world, issue.repository, {
    name: 'pull_request_review',
    by,
    details: {
      action,
      review: { ...shown, state: shown.state.toLowerCase(), updated_at: review.updatedAt },
      pull_request: presentSimplePullRequest(world, issue),
      ...details,
    },
  });
}
