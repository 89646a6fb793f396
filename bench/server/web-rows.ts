/** An index as large as a company's after years: decisions with what led to them, open RFCs, and configs. */
import { sql } from 'kysely';
import type { Course } from '../../src/decision/course.ts';
import type { LogEntry } from '../../src/decision/log/entry.ts';
import type { OpenRfc } from '../../src/decision/open-rfc.ts';
import { encodeRecord, newRecord } from '../../src/decision/record.ts';
import type { Record as RfcRecord } from '../../src/decision/record-schema.ts';
import { keepConfig } from '../../src/store/configs.ts';
import { keepEntries } from '../../src/store/decision-log.ts';
import { keepOpenRfc } from '../../src/store/open-rfcs.ts';
import { saveRepository } from '../../src/store/repositories.ts';
import { schemaName } from '../../src/store/schema-names.ts';
import type { Database } from '../../src/store/tables.ts';

export const repositories = 100;
const people = 400;
const templates = 200;
const openRfcs = 5_000;
/** What each decision is told from: voices, objections, terms, requests for help, waits, and the decision itself. */
export const eventsEach = 10;

export const origin = Date.parse('2026-03-10T12:00:00Z');
const hour = 3_600_000;
/** Stands in a template where each copy has its own. */
const [itsNumber, itsMoment] = [987_654_321, '2001-01-01T00:00:00.000Z'];

const subjects = ['keys', 'search', 'schemas', 'deployments', 'alerts', 'billing', 'sessions', 'caches', 'queues', 'backups', 'invoices', 'tokens', 'metrics', 'flags', 'mirrors', 'exports', 'themes', 'uploads', 'webhooks', 'logs'];
const verbs = ['Rotate', 'Retire', 'Shard', 'Version', 'Encrypt', 'Rename', 'Merge', 'Split', 'Cache', 'Audit'];
const domains = ['api', 'infra', 'hiring', 'security', 'design'] as const;
const principles = ['small-steps', 'data-stays-local', 'open-by-default', 'reversible-first', 'one-way-doors-slowly', 'write-it-down'] as const;
const results = ['accepted', 'accepted', 'accepted', 'rejected', 'deferred', 'merged-without-decision'] as const;

export const config = `domains:
${domains.map((name) => `  ${name}: { about: All that is about ${name}., owners: [person-1, acme/${name}], rung: consent, consult: [person-2], when: { labels: ${name} } }`).join('\n')}
values: [{ id: own-your-data, text: People own their data. }]
principles:
${principles.map((id) => `  - { id: ${id}, text: The principle that is called ${id}. }`).join('\n')}
`;

function pick<Item>(items: readonly Item[], at: number): Item {
  const found = items[at % items.length];
  if (found === undefined) throw new Error('There is nothing to choose from');
  return found;
}

function personAt(index: number) {
  const id = (index % people) + 1;
  return { id, login: `person-${id}` };
}

function source(index: number) {
  return { in: 'comment', id: 1_000 + index, by: (index % people) + 1, hash: '0f1e2d3c4b5a6978' } as const;
}

function questionAt(index: number): string {
  return `${pick(verbs, index)} the ${pick(subjects, Math.floor(index / verbs.length))}`;
}

function entryAt(index: number): LogEntry {
  const result = pick(results, index);
  const decided = result !== 'merged-without-decision';
  const url = `https://github.com/acme/repo/pull/${itsNumber}`;
  return {
    repository: { id: itsNumber, owner: 'acme', name: 'repo', isPrivate: index % 2 === 0, url: 'https://github.com/acme/repo' },
    kind: 'pull-request',
    number: itsNumber,
    n: decided ? 1 : 0,
    url,
    question: questionAt(index),
    context: `Template${index} says why: ${'what there is today costs more than it gives, and everybody has said so for a while. '.repeat(4)}`.slice(0, 500),
    documents: [{ path: `rfcs/${index}.md`, url: `${url}/files` }],
    result,
    outcome: result === 'accepted' ? 'accept' : result === 'rejected' ? 'reject' : result === 'deferred' ? 'defer' : null,
    by: decided ? personAt(index) : null,
    owner: personAt(index),
    why: decided ? `It is worth a try, as reason${index % 37} says, and it can be undone within a day.` : null,
    openedAt: '2000-12-20T00:00:00.000Z',
    at: itsMoment,
    rung: 'consent',
    domain: pick(domains, index),
    zone: 'local',
    topic: index % 3 === 0 ? pick(subjects, index) : null,
    isSatisfied: index % 20 !== 0,
    missing: [],
    principles: [pick(principles, index), pick(principles, index + 1)],
    tensions: [],
    voices: [0, 1, 2, 3, 4].map((each) => ({ person: personAt(index * 7 + each + 1), stance: pick(['support', 'abstain', 'heard', 'silent', 'support'] as const, each), url: each === 3 ? null : `${url}#issuecomment-${1_000 + each}` })),
    objections: [{ by: personAt(index + 9), why: 'It comes before the other one is finished.', at: itsMoment, answered: null, withdrawnAt: null, setAside: { by: personAt(index), why: 'They do not touch each other.', at: itsMoment, source: source(index) } }],
    confirmedAt: null,
    reopened: null,
    supersededAt: null,
    reviewOn: null,
    review: null,
    sources: [0, 1, 2, 3].map((each) => ({ of: pick(['decision', 'voice', 'objection', 'set-aside'] as const, each), source: source(index + each), url: `${url}#issuecomment-${1_000 + each}` })),
  };
}

function recordAt(index: number): RfcRecord {
  const at = itsMoment;
  const term = (n: number) => ({ n, holder: personAt(index + n), step: 'awaiting-review', scope: null, how: 'asked', startedAt: at, dueAt: at, activeAt: null, source: null, ended: { at, how: 'done', note: null, source: null } }) as const;
  return {
    ...newRecord(at),
    voices: [0, 1, 2].map((each) => ({ by: personAt(index + each), stance: 'support', at, source: source(each) })),
    objections: [{ by: personAt(index + 9), why: 'It comes too early.', isBinding: true, at, source: source(9), answered: null, withdrawnAt: at, setAside: null }],
    terms: [term(1), term(2)],
    escalations: [{ n: 1, by: personAt(index), why: 'Either would do.', source: source(1), openedAt: at, to: null, asked: [], ended: { at, how: 'acknowledged' } }],
    waits: [{ kind: 'hold', by: personAt(index + 3), from: at, until: at, why: 'Thoughts are forming.', source: source(2) }],
    decisions: [{ n: 1, outcome: 'accept', by: personAt(index), owner: personAt(index), why: 'Yes', at, source: source(3), texts: [], confirmed: { at, source: source(4), owner: null, texts: [] }, reopened: null, under: null, reviewed: null }],
    tensions: index % 50 === 0 ? [{ principle: pick(principles, index), why: 'It was one leap.', by: personAt(index + 5), at, source: source(5) }] : [],
  };
}

function courseAt(index: number): Course {
  const at = itsMoment;
  return {
    domain: pick(domains, index),
    stretches: (['awaiting-review', 'awaiting-author', 'awaiting-decision'] as const).map((kind, each) => ({ kind, from: at, until: at, days: (index % 9) + each })),
    firstAnswer: { at, days: 1 + (index % 5) },
    decisions: [{ n: pick(results, index) === 'merged-without-decision' ? 0 : 1, at, days: 5 + (index % 30) }],
    terms: [1, 2].map((each) => ({ holder: personAt(index + each).id, startedAt: at, endedAt: at, ended: 'done', hasNote: index % 2 === 0 })),
    escalations: index % 4 === 0 ? [{ openedAt: at, days: 2, ended: 'acknowledged' }] : [],
  };
}

function openAt(index: number): OpenRfc {
  const waitsFor = [personAt(index), personAt(index + 17)];
  const since = new Date(origin - index * hour).toISOString();
  const voices = Array.from({ length: 20 }, (_, each) => ({ person: { ...personAt(index + each), isBot: false }, standing: 'support', said: { at: since, url: null }, lastAt: since, uncounted: null }) as const);
  return {
    kind: 'pull-request',
    title: `${questionAt(index)}, once more`,
    url: `https://github.com/acme/repo/pull/${index}`,
    isDraft: false,
    openedAt: since,
    author: personAt(index + 3),
    owners: [personAt(index).login],
    topic: null,
    pause: index % 7 === 0 ? null : { kind: pick(['awaiting-review', 'awaiting-decision', 'drifting', 'contested'] as const, index), since, waitsFor },
    dri: null,
    awaited: waitsFor.map(({ id }) => ({ person: id, for: 'pause' as const })),
    progress: { rung: 'consent', domain: pick(domains, index), zone: 'local', period: null, closesAt: index % 2 === 0 ? new Date(origin + index * hour).toISOString() : null, voices, missing: [], silent: [], drift: [] },
  };
}

/** Fills an empty database; the decisions are copies of some two hundred, each with a number and a moment of its own. */
export async function fillIndex(database: Database, decisions: number): Promise<void> {
  for (let id = 1; id <= repositories; id += 1) {
    await saveRepository(database, { repositoryId: id, owner: 'acme', name: `repo-${id}`, installation: 7 });
    await keepConfig(database, id, { texts: [{ name: '.github/unpause.yml', text: config }], keptAt: new Date(origin), configuredAt: null });
  }
  const all = Array.from({ length: templates }, (_, index) => ({ ...entryAt(index), number: itsNumber + index }));
  for (let index = 0; index < templates; index += 20) await keepEntries(database, all.slice(index, index + 20), new Date(origin));
  await copyEntries(database, decisions);
  await copyRecords(database, decisions);
  await copyCourses(database, decisions);
  for (let index = 0; index < Math.min(openRfcs, decisions / 10); index += 1) {
    await keepOpenRfc(database, { repositoryId: (index % repositories) + 1, number: 1_000_000 + index }, openAt(index));
  }
}

const place = (table: string) => sql.id(schemaName, table);
/** Over so many minutes all decisions were made: about a year. */
const year = 500_000;
/** Of the copy `i`, counted from 0. */
const itsPlace = sql`1 + i % ${sql.lit(repositories)} as repository_id, 1 + i / ${sql.lit(repositories)} as number`;

/** The newest first. */
function itsTime(decisions: number) {
  return sql`(${new Date(origin)}::timestamptz - i * interval '1 minute' * ${sql.lit(Math.floor(year / decisions))})`;
}

function ownText(column: string, decisions: number) {
  const moment = sql`to_char(${itsTime(decisions)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"')`;
  const json = sql`replace(replace(replace(${sql.ref(column)}::text, '"id":' || ${itsNumber}::text || ',"owner"', '"id":' || (1 + i % ${sql.lit(repositories)}) || ',"owner"'), '"name":"repo"', '"name":"repo-' || (1 + i % ${sql.lit(repositories)}) || '"'), ${itsMoment}::text, ${moment})`;
  return sql`regexp_replace(${json}, '"number":\\d+', '"number":' || (1 + i / ${sql.lit(repositories)}))::json`;
}

async function copyEntries(database: Database, decisions: number): Promise<void> {
  await sql`
    insert into ${place('decision')} (repository_id, number, n, decided_at, result, domain, topic, principles, people, words, entry)
    select ${itsPlace}, n, ${itsTime(decisions)}, result, domain, topic, principles, people, words, ${ownText('one.entry', decisions)}
    from generate_series(0, ${sql.lit(decisions - 1)}) as i
    join ${place('decision')} as one on one.repository_id = ${sql.lit(itsNumber)} and one.number = ${sql.lit(itsNumber)} + i % ${sql.lit(templates)}
  `.execute(database);
  await sql`delete from ${place('decision')} where repository_id = ${sql.lit(itsNumber)}`.execute(database);
  await sql`
    insert into ${place('mark')} (repository_id, number, kind, name)
    select repository_id, number, 'principle', unnest(principles) from ${place('decision')}
    union all select repository_id, number, 'domain', domain from ${place('decision')}
    union all select repository_id, number, 'tension', principles[1] from ${place('decision')} where number % 50 = 0
  `.execute(database);
  await sql`insert into ${place('mark_count')} (repository_id, kind, name, count) select repository_id, kind, name, count(*) from ${place('mark')} group by 1, 2, 3`.execute(database);
}

/** Each of the copies `i` beside `one`, whose `value` is the template that it is of. */
function copiesOf(templateAt: (index: number) => unknown, decisions: number) {
  const all = JSON.stringify(Array.from({ length: templates }, (_, index) => templateAt(index)));
  return sql`from generate_series(0, ${sql.lit(decisions - 1)}) as i
    join (select value, (position - 1)::integer as template from json_array_elements(${all}::json) with ordinality as all_of_them (value, position)) as one on one.template = i % ${sql.lit(templates)}`;
}

async function copyRecords(database: Database, decisions: number): Promise<void> {
  await sql`
    insert into ${place('rfc')} (repository_id, number, owner, repo, installation, kind, is_open, is_rfc, updated_at, seen_at, rules, record)
    select ${itsPlace}, 'acme', 'repo-' || (1 + i % ${sql.lit(repositories)}), 7, 'pull-request', false, true, '', ${itsTime(decisions)}, '', ${ownText('one.value', decisions)}
    ${copiesOf((index) => encodeRecord(recordAt(index)), decisions)}
  `.execute(database);
}

async function copyCourses(database: Database, decisions: number): Promise<void> {
  await sql`
    insert into ${place('course')} (repository_id, number, settled_at, course)
    select ${itsPlace}, ${itsTime(decisions)}, ${ownText('one.value', decisions)}
    ${copiesOf(courseAt, decisions)}
  `.execute(database);
}
