import { describe, expect, it } from '@jest/globals';
import { dropSession, keepSession, pruneSessions, readSession } from '../../src/store/sessions.ts';
import { databases, useStore } from '../support/databases.ts';

const now = new Date('2026-11-21T12:00:00Z');
const soon = new Date('2026-11-21T13:00:00Z');
const alice = { id: 7, login: 'alice' };

describe.each(databases)('sessions on $name', (kind) => {
  const { database } = useStore(kind);

  it('are kept until they end', async () => {
    const row = { id: 'a', person: alice, token: 'sealed', endsAt: soon };
    await keepSession(database(), row);
    expect(await readSession(database(), 'a', now)).toEqual(row);
    expect(await readSession(database(), 'a', soon)).toBeNull();
    expect(await readSession(database(), 'b', now)).toBeNull();
  });

  it('end one at a time', async () => {
    for (const id of ['a', 'b']) await keepSession(database(), { id, person: alice, token: 'sealed', endsAt: soon });
    await dropSession(database(), 'a');
    expect(await readSession(database(), 'a', now)).toBeNull();
    expect(await readSession(database(), 'b', now)).not.toBeNull();
  });

  it('are not kept for longer than they last', async () => {
    await keepSession(database(), { id: 'a', person: alice, token: 'sealed', endsAt: now });
    await keepSession(database(), { id: 'b', person: alice, token: 'sealed', endsAt: soon });
    await pruneSessions(database(), now);
    const left = await database().selectFrom('web_session').select('id').execute();
    expect(left).toEqual([{ id: 'b' }]);
  });
});
