import { describe, expect, it } from '@jest/globals';
import { SaxesParser } from 'saxes';
import type { LogEntry } from '../../src/decision/log/entry.ts';
import { keepConfig } from '../../src/store/configs.ts';
import { keepCourse } from '../../src/store/courses.ts';
import type { Database } from '../../src/store/tables.ts';
import { stranger, type Viewer } from '../../src/web/viewer.ts';
import { aLogEntry, alice, bob, carol } from '../support/a-log-entry.ts';
import { databasesOfStories, useStore } from '../support/databases.ts';
import { everybody, fill, repositories, see, seeJson, wordsOf } from './a-site.ts';

const { rfcs, secret } = repositories;
const at = '2026-02-10T10:00:00Z';

/** So many decisions of the first quarter; the one with the number n took n working days. */
function decided(count: number, parts: (index: number) => Partial<LogEntry> = () => ({})): LogEntry[] {
  return Array.from({ length: count }, (_, index) => aLogEntry({ number: index + 1, at, ...parts(index) }));
}

async function fillWith(database: Database, entries: readonly LogEntry[]): Promise<void> {
  await fill(database, { entries });
  for (const { repository, number } of entries) {
    const stretches = [{ kind: 'awaiting-review' as const, from: at, until: at, days: number }];
    const course = { domain: 'security', stretches, firstAnswer: { at, days: 1 }, decisions: [{ n: 1, at, days: number }], terms: [], escalations: [] };
    await keepCourse(database, { repositoryId: repository.id, number }, { course, settledAt: new Date(at) });
  }
}

const onlyRfcs: Viewer = { person: carol, visible: [rfcs] };

interface Figures {
  figures: { id: string; whole: { count: number; values: Record<string, number | null> }; groups: { name: string }[]; meaning: string }[];
}

async function figuresFor(database: Database, viewer: Viewer): Promise<Figures['figures']> {
  return ((await seeJson(database, '/api/v1/vitality', viewer)).data as Figures).figures;
}

describe.each(databasesOfStories)('vitality on $name', (kind) => {
  const { database } = useStore(kind);

  it('shows each figure with its sentence, its periods and what it cannot say', async () => {
    await fillWith(database(), decided(10));
    const { status, text } = await see(database(), '/vitality');
    const said = wordsOf(text);
    expect(status).toBe(200);
    expect(said).toContain('Decision latency Decisions take about as long as before; if that feels long');
    expect(said).toContain('2026-Q1, so far 5 days 9 days 10');
    expect(said).toContain('2025-Q4 – – 0');
    expect(said).toContain("It waited for half of the pauses end within nine in ten within all together cases the views of those who were asked 5 days 9 days 55 days 10");
    expect(said).toContain('Sooner is not better by itself');
    expect(text).toContain('aria-current="page">Vitality</a>');
  });

  it('says which way each figure goes', async () => {
    await fillWith(database(), [...decided(6, () => ({ at: '2025-08-10T10:00:00Z' })), ...decided(12, (index) => ({ number: 20 + index, at: '2025-11-10T10:00:00Z' }))]);
    const said = wordsOf((await see(database(), '/vitality')).text);
    expect(said).toContain('In the last period that is over, “half are decided within” is higher than before.');
    expect(said).toContain('In the last period that is over, “by the named owner” is about as before.');
    expect(said).toContain('Too little is known yet to tell which way “with a note” goes.');
  });

  it('draws a picture that says in words what it shows', async () => {
    await fillWith(database(), decided(10));
    const { text } = await see(database(), '/vitality');
    expect(text).toContain('half are decided within: 2025-Q1 –, 2025-Q2 –, 2025-Q3 –, 2025-Q4 –, 2026-Q1 5 days; nine in ten within: 2025-Q1 –');
    expect(text.match(/<svg/g)?.length).toBeGreaterThan(3);
  });

  it('is well formed, also where nothing is known', async () => {
    for (const entries of [[], decided(10)]) {
      await fillWith(database(), entries);
      const { text } = await see(database(), entries.length === 0 ? '/vitality' : '/vitality?every=month');
      const parser = new SaxesParser();
      const mistakes: string[] = [];
      parser.on('error', ({ message }) => mistakes.push(message));
      const main = /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '';
      parser.write(main.replaceAll(/<(input|br|link|meta)([^>]*)>/g, '<$1$2/>')).close();
      expect(mistakes).toEqual([]);
      expect(main).not.toContain('NaN');
    }
  });

  it('names nobody', async () => {
    const people = [1, 2, 3].map((n) => ({ id: 990_000 + n, login: `zoe-${n}` }));
    await fillWith(database(), decided(9, (index) => ({ by: people[index % 3] ?? alice, owner: people[index % 3] ?? alice, voices: [] })));
    for (const path of ['/vitality', '/api/v1/vitality', '/vitality.csv', '/vitality.prom']) expect((await see(database(), path)).text).not.toMatch(/zoe-|99000/);
  });

  it('counts nothing of a repository that somebody may not see, also after others have looked', async () => {
    const hidden = decided(7, () => ({ repository: { id: secret, owner: 'acme', name: 'secret', isPrivate: true, url: '' }, domain: 'takeover', owner: bob }));
    await fillWith(database(), [...decided(6), ...hidden]);
    const [all, some, none] = [await figuresFor(database(), everybody), await figuresFor(database(), onlyRfcs), await figuresFor(database(), { person: carol, visible: [] })];
    expect([all, some, none].map((figures) => figures.find(({ id }) => id === 'decision-latency')?.whole.count)).toEqual([13, 6, 0]);
    expect(JSON.stringify(some)).not.toContain('takeover');
    expect((await see(database(), '/vitality.csv', onlyRfcs)).text).not.toContain('takeover');
    for (const path of ['/vitality', '/api/v1/vitality', '/vitality.csv', '/vitality.prom']) expect((await see(database(), path, stranger)).status).toBe(401);
  });

  it('tells of principles that hold and are never cited', async () => {
    await fillWith(database(), decided(6, () => ({ principles: ['small-steps'] })));
    const principles = (await figuresFor(database(), everybody)).find(({ id }) => id === 'principles-in-use');
    expect(principles?.groups.map(({ name }) => name)).toEqual(['data-stays', 'small-steps']);
    expect(principles?.whole.values).toMatchObject({ 'never-cited': 1, 'never-in-tension': 1 });
    expect(principles?.meaning).toMatch(/liturgy/);
  });

  it('judges a principle by the repositories that have it', async () => {
    const others = decided(12, () => ({ repository: { id: secret, owner: 'acme', name: 'secret', isPrivate: true, url: '' }, principles: [] }));
    await fillWith(database(), [...decided(6, () => ({ principles: ['small-steps'] })), ...others]);
    await keepConfig(database(), secret, { texts: [{ name: '.github/unpause.yml', text: 'principles: [{id: ask-early, text: Ask early.}]\n' }], keptAt: new Date('2026-03-09T12:00:00Z'), configuredAt: null });
    const principles = (await figuresFor(database(), everybody)).find(({ id }) => id === 'principles-in-use');
    expect(principles?.groups).toMatchObject([
      { name: 'ask-early', values: { citing: 0, 'never-cited': 1 } },
      { name: 'data-stays', values: { citing: 0, 'never-cited': 1 } },
      { name: 'small-steps', values: { citing: 1, 'never-in-tension': 1 } },
    ]);
    expect(principles?.whole.values).toMatchObject({ citing: 6 / 18, 'never-cited': 2, 'never-in-tension': 1 });
  });

  it('gives the same as a file', async () => {
    await fillWith(database(), decided(10));
    const { text, headers, status } = await see(database(), '/vitality.csv?every=month');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(text).toContain('decision-latency,2026-02,,,p50,working-days,5,10,\r\n');
  });

  it('gives Prometheus what is known of now and of the period before', async () => {
    await fillWith(database(), [...decided(6), ...decided(7, (index) => ({ number: 20 + index, at: '2025-11-10T10:00:00Z' }))]);
    const { text, headers } = await see(database(), '/vitality.prom');
    expect(headers.get('content-type')).toContain('text/plain; version=0.0.4');
    expect(text).toContain('# TYPE unpause_vitality_working_days gauge\nunpause_vitality_working_days{figure="decision-latency",measure="p50",period="current"} 3\n');
    expect(text).toContain('unpause_vitality_share{figure="named-owner",measure="share",period="last"} 1\n');
    expect(text).not.toMatch(/null|NaN|undefined/);
  });

  it.each(['/vitality?every=day', '/vitality.csv?every=day'])('does not guess at %s', async (path) => {
    expect((await see(database(), path)).status).toBe(400);
  });
});
