/** The reports of tensions in the records' copies. */
import { decodeRecord } from '../decision/record.ts';
import type { Record as RfcRecord } from '../decision/record-schema.ts';
import type { Database } from './tables.ts';

export interface TensionsOf {
  number: number;
  kind: 'pull-request' | 'issue';
  tensions: RfcRecord['tensions'];
}

/** Of each RFC of a repository on which there are any: the marks tell which those are, so that no other copy is read. */
export async function readTensions(database: Database, repositoryId: number): Promise<TensionsOf[]> {
  const rows = await database
    .selectFrom('rfc')
    .select(['number', 'kind', 'record'])
    .where('repository_id', '=', repositoryId)
    .where('is_rfc', '=', true)
    .where((where) =>
      where.exists(where.selectFrom('mark').select('mark.number').where('mark.repository_id', '=', repositoryId).whereRef('mark.number', '=', 'rfc.number').where('mark.kind', '=', 'tension')),
    )
    .orderBy('number')
    .execute();
  return rows.flatMap(({ number, kind, record }) => {
    const tensions = decodeRecord(record)?.tensions ?? [];
    return tensions.length === 0 ? [] : [{ number, kind, tensions }];
  });
}
