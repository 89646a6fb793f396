/**
 * Who drives what, who is away and how often Unpause called today, where no database knows: from the comments of the
 * RFCs that moved lately, open or closed. One request for the list, and one for each RFC.
 */
import { awaysIn } from '../decision/commands/aways-in.ts';
import { statusComments } from '../decision/markers.ts';
import { observeRecord, recordOrCopy } from '../decision/record.ts';
import type { OwnComment } from '../decision/snapshot.ts';
import { millisecondsPerDay } from '../decision/zone-days.ts';
import { isBy } from '../github/app-identity.ts';
import { inParallel } from '../github/in-parallel.ts';
import { listRecentRfcs } from '../github/list-open-rfcs.ts';
import { readFirstComments, type FirstComment } from '../github/read-first-comments.ts';
import type { Place } from './open-place.ts';
import type { RunMemory } from './run-memory.ts';

/** What moved before that has no bearing on who has much to do now. In milliseconds. */
const lately = 180 * millisecondsPerDay;
/** The last changed: so many requests at most. */
const most = 50;
const atOnce = 8;

/** Takes all of it in; who asks for it in the middle of a look leaves out what that look itself brings. */
export async function readOthersWork({ github, repository, rules, app, sealFor, calendar, now }: Place, memory: RunMemory): Promise<void> {
  const since = new Date(now().getTime() - lately);
  const numbers = await listRecentRfcs(github, repository, { label: rules.config.label, since, state: 'all' });
  const read = await inParallel(numbers.slice(0, most), atOnce, async (number) => ({ number, comments: await readFirstComments(github, { ...repository, number }) }));
  for (const { number, comments } of read) {
    const own = comments.filter(({ user }) => isBy(app, user)).map(({ words }): OwnComment => words);
    const [status] = statusComments(own);
    const observed = status === undefined ? null : observeRecord(status.body, { seal: sealFor(repository.id, number), copy: null });
    memory.learn(number, { comments: own, record: observed === null ? null : recordOrCopy(observed) });
  }
  await memory.keepAways(awaysOf(read.flatMap(({ comments }) => comments), calendar));
}

/** Who says so leaves only their own place, so nobody's rights are asked for. In the order of time, over all RFCs. */
function awaysOf(comments: readonly FirstComment[], calendar: Place['calendar']) {
  return comments
    .filter(({ account, isEdited }) => !account.isBot && !isEdited)
    .sort((one, other) => Date.parse(one.words.createdAt) - Date.parse(other.words.createdAt))
    .flatMap(({ account, words }) => awaysIn({ by: account.id, at: words.createdAt, body: words.body }, calendar));
}
