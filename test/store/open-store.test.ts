import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { connectFolder } from '../../src/store/connect-pglite.ts';
import { countDeadLetters, keepDeadLetter } from '../../src/store/dead-letters.ts';
import { silentLog } from '../../src/store/log.ts';
import { openStore, openStoreOn } from '../../src/store/open-store.ts';
import { databases, newFolder, postgresUrl, useDatabase } from '../support/databases.ts';
import { createDatabase, dropDatabase } from '../support/postgres-server.ts';

const letter = { key: 'acme/rfcs#7', reason: 'r', attempts: 6, failedAt: new Date(0), data: null };

describe.each(databases)('openStore on $name', (kind) => {
  const place = useDatabase(kind);

  it('finds what was there when it was last open', async () => {
    const first = await openStore(place().options);
    await keepDeadLetter(first.database, letter);
    await first.queue.add([{ key: letter.key, data: null }]);
    await first.close();
    const second = await openStore(place().options);
    expect(await second.queue.counts()).toEqual({ queued: 1, active: 0, failed: 1 });
    await second.close();
  });

  it('reads the 64-bit integer as a number', async () => {
    const store = await openStore(place().options);
    const { rows } = await sql`select 9007199254740991::bigint as large, count(*) as count from (values (1), (2)) as row`.execute(store.database);
    expect(rows).toEqual([{ large: Number.MAX_SAFE_INTEGER, count: 2 }]);
    await store.close();
  });

  it('says who has to open what a newer version made', async () => {
    const store = await openStore(place().options);
    await sql`insert into unpause.kysely_migration (name, timestamp) values ('0999-later', '2027-01-01T00:00:00Z')`.execute(store.database);
    await store.close();
    await expect(openStore(place().options)).rejects.toThrow(/by a newer Unpause: it has had 0999-later, which \d+\.\S+ does not know\. Start that version again/);
  });

  it('answers a ping while it is open, and then no more', async () => {
    const store = await openStore(place().options);
    await expect(store.ping()).resolves.toBeUndefined();
    await store.close();
    await expect(store.ping()).rejects.toThrow();
  });
});

describe('openStore on an empty PostgreSQL', () => {
  it('is safe for several that start at once', async () => {
    const databaseUrl = await createDatabase(postgresUrl, 'at_once');
    const stores = await Promise.all([1, 2, 3].map(() => openStore({ databaseUrl, dataDir: '', log: silentLog })));
    await Promise.all(stores.map((store, index) => store.queue.add([{ key: `acme/rfcs#${index}`, data: index }])));
    expect(await stores[0]?.queue.counts()).toEqual({ queued: 3, active: 0, failed: 0 });
    await Promise.all(stores.map((store) => store.close()));
    await dropDatabase(databaseUrl);
  });

  it('says what to look at where there is no database', async () => {
    const opening = openStore({ databaseUrl: `${postgresUrl}elsewhere`, dataDir: '', log: silentLog });
    await expect(opening).rejects.toThrow('Does DATABASE_URL name a running PostgreSQL');
  });
});

describe.each(databases.filter(({ isShared }) => !isShared))('openStore in a folder of $name', (kind) => {
  const place = useDatabase(kind);

  it('has the folder for itself, and gives it back when it closes', async () => {
    const store = await openStore(place().options);
    await expect(openStore(place().options)).rejects.toThrow(`in use by another Unpause (process ${process.pid}`);
    await keepDeadLetter(store.database, letter);
    await store.close();
    const again = await openStore(place().options);
    expect(await countDeadLetters(again.database)).toBe(1);
    await again.close();
  });

  it('makes the folder, and begins anew where the very first start was cut off', async () => {
    const dataDir = join(newFolder(), 'deep', 'data');
    mkdirSync(join(dataDir, 'database.unfinished'), { recursive: true });
    writeFileSync(join(dataDir, 'database.unfinished', 'PG_VERSION'), '18\n');
    const store = await openStore({ databaseUrl: null, dataDir, log: silentLog });
    await expect(store.ping()).resolves.toBeUndefined();
    await store.close();
    expect(existsSync(join(dataDir, 'database.unfinished'))).toBe(false);
  });

  it('gives the folder back where the database in it cannot be opened', async () => {
    const dataDir = newFolder();
    mkdirSync(join(dataDir, 'database'));
    writeFileSync(join(dataDir, 'database', 'PG_VERSION'), '9\n');
    const opening = openStore({ databaseUrl: null, dataDir, log: silentLog });
    await expect(opening).rejects.toThrow(`The embedded database in ${dataDir} could not be opened.`);
    expect(readdirSync(dataDir)).not.toContain('lock-holder.json');
  });

  it('keeps an embedded database small that is written to over and over', async () => {
    const connection = await connectFolder(place().options.dataDir);
    const store = await openStoreOn(connection, { log: silentLog });
    const size = async () => {
      const { rows } = await sql<{ table: number; log: number }>`
        select pg_relation_size('unpause.dead_letter') as table, pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::bigint as log from pg_control_checkpoint()
      `.execute(store.database);
      return rows[0] ?? { table: 0, log: 0 };
    };
    const write = async () => {
      await sql`insert into unpause.dead_letter select g, repeat('x', 500), 1, now(), '{}' from generate_series(1, 2000) g
        on conflict (key) do update set reason = excluded.reason`.execute(store.database);
    };
    await write();
    await write();
    const once = await size();
    for (let time = 0; time < 5; time++) {
      await connection.keepUp();
      await write();
    }
    await connection.keepUp();
    const after = await size();
    expect(after.table).toBeLessThan(once.table * 1.5);
    expect(after.log).toBeLessThan(once.log);
    await store.close();
  });

  it('has an embedded database know how large a table is that is only added to', async () => {
    const connection = await connectFolder(place().options.dataDir);
    const store = await openStoreOn(connection, { log: silentLog });
    await sql`insert into unpause.dead_letter select g, 'x', 1, now(), '{}' from generate_series(1, 5000) g`.execute(store.database);
    await connection.keepUp();
    const { rows } = await sql<{ rows: number }>`select reltuples::integer as rows from pg_class where oid = 'unpause.dead_letter'::regclass`.execute(store.database);
    expect(rows).toEqual([{ rows: 5000 }]);
    await store.close();
  });
});
