import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { databases, useStore } from '../support/databases.ts';

describe.each(databases)('statements at the same time on $name', (kind) => {
  const { database } = useStore(kind);

  async function keep(id: string, within = database()): Promise<void> {
    await within.insertInto('click').values({ id, repository: 'acme/rfcs', number: 1, kind: 'rerun', sha: 's', created_at: new Date(0) }).execute();
  }

  async function kept(): Promise<string[]> {
    return (await database().selectFrom('click').select('id').orderBy('id').execute()).map(({ id }) => id);
  }

  it('stay out of a transaction that is open, and outlive its end', async () => {
    const meanwhile: Promise<void>[] = [];
    const failing = database()
      .transaction()
      .execute(async (transaction) => {
        await keep('inside', transaction);
        meanwhile.push(keep('outside'));
        await sql`select 1`.execute(transaction);
        throw new Error('no');
      });
    await expect(failing).rejects.toThrow('no');
    await Promise.all(meanwhile);
    expect(await kept()).toEqual(['outside']);
  });

  it('may be many transactions, some of which fail', async () => {
    const each = Array.from({ length: 12 }, async (_, index) => {
      await database()
        .transaction()
        .execute(async (transaction) => {
          await keep(`click-${String(index).padStart(2, '0')}`, transaction);
          await sql`select 1`.execute(transaction);
          if (index % 3 === 0) throw new Error('no');
        });
    });
    const outcomes = await Promise.allSettled(each);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(4);
    expect(await kept()).toEqual(['01', '02', '04', '05', '07', '08', '10', '11'].map((number) => `click-${number}`));
  });
});
