/** A commit, where GitHub does not say which RFC it belongs to: the RFCs are found, and each is looked at by itself. */
import { findRfcsOfCommit } from '../github/find-rfcs-of-commit.ts';
import { keepClick, markClicksDone, pendingClicks } from '../store/clicks.ts';
import type { Database } from '../store/tables.ts';
import type { LookKey } from './look-key.ts';
import type { Place } from './open-place.ts';
import { onCommit, type AddLooks } from './ports.ts';
import { queuedLook } from './webhooks.ts';

export type CommitKey = Extract<LookKey, { kind: 'commit' }>;

/** What was clicked on the commit is handed on to each of its RFCs. */
export async function lookAtCommit({ installation, owner, repo, sha }: CommitKey, { github, app, repository, now }: Place, { database, addLooks }: { database: Database; addLooks: AddLooks }): Promise<void> {
  const clicks = (await pendingClicks(database, { owner, repo, number: onCommit })).filter((click) => click.sha === sha);
  const numbers = await findRfcsOfCommit(github, { ...repository, sha }, app);
  for (const number of numbers) {
    for (const click of clicks) await keepClick(database, { owner, repo, number }, { ...click, id: `${click.id}#${number}`, createdAt: now() });
  }
  await addLooks(numbers.map((number) => queuedLook({ kind: 'rfc', installation, owner, repo, number })));
  await markClicksDone(database, clicks.map(({ id }) => id), now());
}
