/** What the index keeps of a look for the looks at other RFCs: who drives what, who is away, which calls were made. */
import { isCall } from '../decision/call-events.ts';
import type { AwayChange } from '../decision/commands/define-command.ts';
import type { Record } from '../decision/record.ts';
import type { Snapshot } from '../decision/snapshot.ts';
import { endAbsence, keepAbsence, keepCalls, keepTerms } from '../store/momentum.ts';
import type { RfcId } from '../store/rfc-index.ts';
import type { Database } from '../store/tables.ts';

/** In the order in which people said so. */
export async function keepAways(database: Database, aways: readonly AwayChange[]): Promise<void> {
  for (const { person, from, until } of aways) {
    if (until === null) await endAbsence(database, person, new Date(from));
    else await keepAbsence(database, { person, from, until });
  }
}

interface Looked {
  snapshot: Pick<Snapshot, 'comments' | 'repository'>;
  record: Record | null;
  /** The record's copy so far: what it holds is kept already. */
  known: Record | null;
}

/** Writes only what is new. */
export async function keepMomentum(database: Database, { installation, ...id }: RfcId & { installation: number }, { snapshot, record, known }: Looked): Promise<void> {
  const terms = record?.terms ?? [];
  if (JSON.stringify(terms) !== JSON.stringify(known?.terms ?? [])) await keepTerms(database, id, { installation, terms });
  await keepCalls(database, snapshot.repository.id, snapshot.comments.filter(isCall).map(({ id: commentId, createdAt }) => ({ commentId, at: createdAt })));
}
