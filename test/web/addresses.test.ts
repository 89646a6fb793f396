/** Whatever an address says is answered, found empty, or told what was expected: nobody's words make the server fail. */
import { describe, expect, it } from '@jest/globals';
import { pageRoutes } from '../../src/web/pages/page-routes.ts';
import { aLogEntry } from '../support/a-log-entry.ts';
import { anOpenRfc } from '../support/an-open-rfc.ts';
import { databases, useSharedStore, type TestDatabases } from '../support/databases.ts';
import { fill, partsFor, repositories, see } from './a-site.ts';

const { rfcs } = repositories;

const cursor = (...parts: readonly unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** Days that there are, at the ends of what databases know, and days that there are not. */
const days = ['0001-01-01', '9999-12-31', '1969-12-31', '2024-02-29'];
const noDays = ['0000-01-01', '0000-12-31', '2026-02-31', '2025-02-29', '2026-13-01', '2026-00-10', '2026-01-00', '10000-01-01', '+010000-01-01', '-000001-01-01', '2026-1-1', '2026-01-01T00:00:00Z', '٢٠٢٦-٠١-٠١', 'NaN'];

const logCursors = ['-62135596800000.1.1.1', '253402300799999.999999999999999.2147483647.2147483647', '0.0.0.0'];
const noLogCursors = ['-62135596800001.1.1.1', '-62167219200001.1.1.1', '253402300800000.1.1.1', '1.1.2147483648.1', '1.1.1.2147483648', '1.1.1', '1e3.1.1.1', '1.-1.1.1', '999999999999999.1.1.1'];
const listCursors = [cursor('0001-01-01T00:00:00Z', 0, 0), cursor('9999-12-31T23:59:59.999Z', Number.MAX_SAFE_INTEGER, 2 ** 31 - 1)];
const noListCursors = [
  cursor('2026-01-01T00:00:00Z', Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  cursor('2026-01-01T00:00:00Z', 1, 2 ** 31),
  cursor('2026-01-01T00:00:00Z', -Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER),
  cursor('0000-01-01T00:00:00Z', 1, 1),
  cursor('2026-02-31T00:00:00Z', 1, 1),
  cursor('2026-01-01T00:00:00Z', 1.5, 1),
  cursor('2026-01-01T00:00:00Z', 1),
  cursor(null, null, null),
  'e30',
  '%F0%9F%98%80',
];
const words = ['%27%27%3A%2A%26', '%5C', '%22%7B%7D%2C', 'a%00b', '%FF', '%ED%A0%80%F0%9F%98%80', '%EF%B7%BA'.repeat(200), 'a'.repeat(201), '99999999999999999999', '%0A/%2F'];

const afters = [...logCursors, ...noLogCursors, ...listCursors, ...noListCursors, ...words];
const asked: Readonly<Record<string, readonly string[]>> = {
  text: words,
  domain: words,
  principle: words,
  topic: words,
  person: [...words, '@', '%23-1', '%2399999999999999999999'],
  result: ['%00'],
  'waits-for': ['%00'],
  every: ['%00'],
  from: [...days, ...noDays],
  to: [...days, ...noDays],
  after: afters,
  ['__proto__']: ['1'],
};
const queries = Object.entries(asked).flatMap(([name, values]) => values.map((value) => `?${name}=${value}`));

const numbers = ['0', '-1', '1', '007', '999999999', '2147483647', '2147483648', '1e3', 'NaN', '%00', '%FF', '9'.repeat(400)];
const names = ['rfcs', '%00', '%FF', '%2F', '..%2F..', 'a'.repeat(201), '%F0%9F%98%80', "'", '%25'];
const rfcPaths = [...numbers.map((number) => `/rfcs/acme/rfcs/${number}`), ...names.flatMap((name) => [`/rfcs/${name}/rfcs/7`, `/rfcs/acme/${name}/7`])];

function useSite(kind: TestDatabases) {
  return useSharedStore(kind, async (shared) => {
    await fill(shared, { open: [[rfcs, 8, anOpenRfc({ progress: { closesAt: '2026-03-12T17:00:00Z' } })]], entries: [aLogEntry()] });
  });
}

/** Every page, its data, and each file: as they are served, so that a new one is asked too. */
function pathsOf(database: ReturnType<ReturnType<typeof useSharedStore>['database']>): string[] {
  const { routes } = pageRoutes(partsFor(database));
  return [...new Set(routes.map(({ path }) => path.replace('/:owner/:repo/:number', '/acme/rfcs/7')))];
}

describe.each(databases)('an address on $name', (kind) => {
  const { database } = useSite(kind);

  it('may say anything on every page, and the server never fails', async () => {
    const paths = pathsOf(database());
    expect(paths).toEqual(expect.arrayContaining(['/open', '/api/v1/closing', '/decisions.atom', '/vitality.csv', '/rfcs/acme/rfcs/7']));
    const failed: string[] = [];
    for (const address of paths.flatMap((path) => queries.map((query) => path + query)).concat(rfcPaths.flatMap((path) => [path, `/api/v1${path}`]))) {
      const { status } = await see(database(), address);
      if (![200, 400, 404].includes(status)) failed.push(`${status} ${address}`);
    }
    expect(failed).toEqual([]);
  }, 300_000);

  it.each([
    ...noDays.flatMap((day) => [['from', day], ['to', day]]),
    ...noLogCursors.map((after) => ['after', after]),
  ] as [string, string][])('that says %s=%s of decisions is told what was seen and what was expected', async (name, value) => {
    const expected = name === 'after' ? 'the address of a page that was shown' : 'a day such as 2026-12-01';
    const query = `?${name}=${encodeURIComponent(value)}`;
    const page = await see(database(), `/decisions${query}`);
    expect(page.status).toBe(400);
    expect(page.text).toContain(`Unexpected ${name} &quot;${value}&quot;, expected ${expected}`);
    for (const path of ['/api/v1/decisions', '/decisions.json', '/decisions.csv', '/decisions.atom']) {
      const { status, text } = await see(database(), path + query);
      expect({ status, text: JSON.parse(text) as unknown }).toEqual({ status: 400, text: { message: `Unexpected ${name} "${value}", expected ${expected}` } });
    }
  });

  it.each(['/open', '/closing', '/waiting'].flatMap((path) => noListCursors.map((after) => [path, after] as const)))('%s?after=%s is no page that was shown', async (path, after) => {
    for (const each of [path, `/api/v1${path}`]) expect(await see(database(), `${each}?after=${after}`)).toMatchObject({ status: 400, text: expect.stringMatching(/Unexpected after .*, expected the address of a page that was shown/) });
  });

  it.each([
    ['/decisions?from=0001-01-01&to=9999-12-31', true],
    ['/decisions?from=9999-12-31', false],
    ['/decisions?to=0001-01-01', false],
    [`/decisions?after=${logCursors[0]}`, false],
    [`/decisions?after=${logCursors[1]}`, true],
    [`/closing?after=${listCursors[0]}`, true],
    [`/closing?after=${listCursors[1]}`, false],
    [`/open?after=${listCursors[1]}`, false],
  ])('%s is answered, whether something is there or not', async (path, isFound) => {
    const { status, text } = await see(database(), path);
    expect(status).toBe(200);
    expect(text.includes('Rotate signing keys')).toBe(isFound);
  });
});
