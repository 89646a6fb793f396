/**
 * Closed RFCs whose outcome is to be looked back at, where no index knows them: the record in the status comment says
 * on which day. Each sweep reads some of them, so that all have their turn within days.
 */
import { callEventId } from '../decision/call-events.ts';
import { decisionInForce } from '../decision/decided.ts';
import { hasEvent, statusComments } from '../decision/markers.ts';
import { reviewFrom } from '../decision/outcome-review.ts';
import { observeRecord } from '../decision/record.ts';
import type { OwnComment } from '../decision/snapshot.ts';
import { millisecondsPerDay } from '../decision/zone-days.ts';
import { isBy } from '../github/app-identity.ts';
import { inParallel } from '../github/in-parallel.ts';
import { listRecentRfcs } from '../github/list-open-rfcs.ts';
import { readFirstComments } from '../github/read-first-comments.ts';
import type { Place } from './open-place.ts';

/** What did not move for longer is left alone, in milliseconds. */
const remembered = 2 * 366 * millisecondsPerDay;
/** Read in one sweep: so many requests at most. */
const most = 20;
const atOnce = 8;

/** The numbers of those that are due, of the last hundred that were closed. Begins somewhere else each time. */
export async function reviewsDue(place: Place, random: () => number): Promise<number[]> {
  const { github, repository, rules, now } = place;
  const closed = await listRecentRfcs(github, repository, { label: rules.config.label, since: new Date(now().getTime() - remembered), state: 'closed' });
  const start = Math.floor(random() * closed.length);
  const some = [...closed.slice(start), ...closed.slice(0, start)].slice(0, most);
  const due = await inParallel(some, atOnce, async (number) => ((await isDue(place, number)) ? number : null));
  return due.filter((number) => number !== null);
}

async function isDue({ github, repository, app, sealFor, calendar, now }: Place, number: number): Promise<boolean> {
  const comments = await readFirstComments(github, { ...repository, number });
  const own = comments.filter(({ user }) => isBy(app, user)).map(({ words }): OwnComment => words);
  const [status] = statusComments(own);
  const observed = status === undefined ? null : observeRecord(status.body, { seal: sealFor(repository.id, number), copy: null });
  if (observed === null || !('record' in observed)) return false;
  const from = reviewFrom(observed.record, calendar);
  const decision = decisionInForce(observed.record);
  return from !== null && decision !== null && from <= now() && !hasEvent(own, callEventId.outcome(decision.n));
}
