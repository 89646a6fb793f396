/** What became of a question about a principle, in words: for the log and for the pages. */
import type { PrincipleReview } from '../../decision/stewards/principle-reviews.ts';
import { dayOf } from '../../decision/zone-days.ts';

/** `asked on 2026-03-02; it got other words on 2026-03-09`: plain text. Days are in UTC. */
export function reviewWords({ askedAt, closedAt, ending }: Pick<PrincipleReview, 'askedAt' | 'closedAt' | 'ending'>): string {
  const answer = ending === null || closedAt === null ? 'the question is open' : `${endingWords[ending]} on ${dayOf(closedAt)}`;
  return `asked on ${dayOf(askedAt)}; ${answer}`;
}

const endingWords: Readonly<Record<NonNullable<PrincipleReview['ending']>, string>> = {
  changed: 'it got other words',
  removed: 'it was taken out',
  kept: 'it was kept as it is',
};
