import { describe, expect, it } from '@jest/globals';
import { defaultConfig, type Config } from '../../../src/config/schema.ts';
import type { Rung } from '../../../src/config/schema-domains.ts';
import type { Act } from '../../../src/decision/acts.ts';
import { entitledOn } from '../../../src/decision/ladder/entitled.ts';
import { withMoreTime } from '../../../src/decision/ladder/more-time.ts';
import { freeze } from '../../../src/decision/ladder/period.ts';
import { progressOf } from '../../../src/decision/ladder/progress-of.ts';
import type { Progress } from '../../../src/decision/ladder/progress.ts';
import { ruleOf } from '../../../src/decision/ladder/rung-of.ts';
import { pauseOf } from '../../../src/decision/pause.ts';
import type { Objection, Record } from '../../../src/decision/record-schema.ts';
import { alice, aRecord, aSource, bob, carol, dan, erin, everybody, named } from '../../support/a-command-context.ts';
import { aDocument, aSnapshot, type SnapshotParts } from '../../support/a-snapshot.ts';
import { on, reviewed, wrote } from '../../support/some-acts.ts';

const api: Config['domains'][string] = {
  about: '',
  when: { field: [], labels: [], paths: [] },
  owners: ['erin'],
  rung: 'consent',
  zone: 'centre-aware',
  consult: ['carol', 'acme/infra'],
  escalation: [],
  topics: [],
};
const config: Config = { ...defaultConfig, domains: { api } };
const teams = [{ team: 'acme/infra', members: [dan, bob] }];

/** Alice decides on what Bob proposes, in the domain `api`. */
function anRfc({ text = '**Domain**: api\n', ...parts }: SnapshotParts & { text?: string } = {}) {
  const document = aDocument({ text: `# Rotate keys\n\n**Decision Owner**: @alice\n${text}`, config });
  return aSnapshot({ rfc: { author: bob }, people: everybody, teams, documents: [document], ...parts });
}

type UnderParts = Omit<SnapshotParts, 'record'> & { text?: string; acts?: readonly Act[]; record?: Partial<Record>; at: string; config?: Config };

/** The period began on a Monday at ten; carol, dan and erin are asked. */
function placeUnder(rung: Rung, { acts = [], record = {}, at, config: own = config, ...parts }: UnderParts) {
  const snapshot = anRfc({ ...parts, acts });
  const rule = { ...ruleOf(anRfc(), config), rung };
  const entitled = entitledOn({ ...rule, rung: 'consent' }, { snapshot: anRfc(), record: aRecord(), config });
  const period = freeze(1, new Date(on('03-02T10:00')), { rule, entitled, config, calendar: snapshot.calendar });
  return { snapshot, record: aRecord({ period, ...record }), config: own, now: new Date(on(at)) };
}

function under(rung: Rung, parts: UnderParts): Progress {
  return progressOf(placeUnder(rung, parts));
}

function objected(moment: string, parts: Partial<Objection> = {}): Objection {
  return { by: named(carol), why: 'It is too risky.', isBinding: true, at: on(moment), source: aSource(carol, 7), answered: null, withdrawnAt: null, setAside: null, ...parts };
}

function voice(by: typeof carol, stance: 'support' | 'abstain', moment: string): Record['voices'][number] {
  return { by: named(by), stance, at: on(moment), source: aSource(by, by.id) };
}

const logins = (people: readonly { login: string }[]) => people.map(({ login }) => login);
const missingIn = ({ missing }: Progress) => missing.map(({ what }) => what);

describe('the rule of an RFC', () => {
  it.each<[string, string, Partial<Config>, ReturnType<typeof ruleOf>]>([
    ['without a domain', '', {}, { rung: 'consult', domain: null, zone: 'local' }],
    ['with a rung in the document alone', '**Rung**: Consensus\n', {}, { rung: 'consensus', domain: null, zone: 'local' }],
    ['in a domain', '**Domain**: api\n', {}, { rung: 'consent', domain: 'api', zone: 'centre-aware' }],
    ['with a higher rung in the document', '**Domain**: api\n**Rung**: consensus\n', {}, { rung: 'consensus', domain: 'api', zone: 'centre-aware' }],
    ['with a lower rung in the document', '**Domain**: api\n**Rung**: delegate\n', {}, { rung: 'consent', domain: 'api', zone: 'centre-aware' }],
    ['in two domains', '**Domain**: ui, api\n', { domains: { ui: { ...api, rung: 'delegate' }, api } }, { rung: 'consent', domain: 'api', zone: 'centre-aware' }],
    ['in two domains, of which the other reaches further', '**Domain**: ui, api\n', { domains: { ui: { ...api, rung: 'delegate', zone: 'principle-check' }, api: { ...api, zone: 'local' } } }, { rung: 'consent', domain: 'api', zone: 'principle-check' }],
  ])('is the higher one %s', (_, text, parts, rule) => {
    expect(ruleOf(anRfc({ text }), { ...config, ...parts })).toEqual(rule);
  });
});

describe('those entitled', () => {
  const named = (text: string, rung: Rung, parts: SnapshotParts = {}) => {
    const snapshot = anRfc({ text, ...parts });
    return entitledOn({ ...ruleOf(snapshot, config), rung }, { snapshot, record: aRecord(), config });
  };

  it('are those to consult, teams as their members, without the author and the owner', () => {
    expect(logins(named('**Domain**: api\n**Consulted**: @alice, @erin\n', 'consult').people)).toEqual(['carol', 'dan', 'erin']);
  });

  it('are the owners of the domain too from consent up', () => {
    expect(logins(named('**Domain**: api\n', 'consent').people)).toEqual(['carol', 'dan', 'erin']);
    expect(logins(named('**Domain**: api\n', 'consult').people)).toEqual(['carol', 'dan']);
  });

  it('are those of every domain that fits', () => {
    const both: Config = { ...config, domains: { api: { ...api, consult: ['carol'], owners: [] }, ui: { ...api, rung: 'consult', consult: ['dan'], owners: ['erin'] } } };
    const documents = ['api', 'ui'].map((name) => aDocument({ path: `rfcs/${name}.md`, text: `# T\n\n**Decision Owner**: @alice\n**Domain**: ${name}\n`, config: both }));
    const snapshot = anRfc({ documents });
    const rule = ruleOf(snapshot, both);
    expect(rule).toEqual({ rung: 'consent', domain: 'api', zone: 'centre-aware' });
    expect(logins(entitledOn(rule, { snapshot, record: aRecord(), config: both }).people)).toEqual(['carol', 'dan', 'erin']);
  });

  it('are not known where GitHub does not show a team', () => {
    expect(named('**Domain**: api\n', 'consent', { teams: [{ team: 'acme/infra', members: null }] }).unknownTeams).toEqual(['acme/infra']);
    expect(named('**Consulted**: @acme/nobody\n', 'consult').unknownTeams).toEqual(['acme/nobody']);
  });
});

describe('progressOf before a period', () => {
  it.each<[string, Config, string, string[]]>([
    ['consult with nobody to consult is satisfied', defaultConfig, '', []],
    ['consult waits for its period', defaultConfig, '**Consulted**: @carol\n', ['not-begun']],
    ['consent waits for its period', config, '**Domain**: api\n', ['not-begun']],
    ['consult waits for its period where nobody knows who is meant', defaultConfig, '**Consulted**: Carol Smith\n', ['not-begun', 'person-unknown']],
    ['consent waits for its period, and says whom nobody knows', config, '**Domain**: api\n**Consulted**: @no-such-user\n', ['not-begun', 'person-unknown']],
    ['consensus without anybody says so', defaultConfig, '**Rung**: consensus\n', ['nobody-entitled']],
  ])('%s', (_, own, text, missing) => {
    const progress = progressOf({ snapshot: anRfc({ text }), record: aRecord(), config: own, now: new Date(on('03-02T10:00')) });
    expect(missingIn(progress)).toEqual(missing);
  });

  it('takes a team that is not shown for no empty one', () => {
    const progress = progressOf({ snapshot: anRfc({ teams: [] }), record: aRecord(), config, now: new Date(on('03-02T10:00')) });
    expect(progress.missing).toContainEqual({ what: 'team-unknown', teams: ['acme/infra'] });
  });
});

describe('progressOf on consult', () => {
  const heard = [wrote(carol, '03-02T11:00'), wrote(dan, '03-02T12:00'), reviewed(erin, '03-02T13:00')];

  it('waits for everybody, and for the least time', () => {
    const progress = under('consult', { at: '03-02T14:00', acts: heard.slice(0, 2) });
    expect(missingIn(progress)).toEqual(['voices', 'period']);
    expect(progress.closesAt).toBe(on('03-09T10:00'));
  });

  it('is satisfied once all were heard and the least time is over', () => {
    expect(missingIn(under('consult', { at: '03-03T09:59', acts: heard }))).toEqual(['period']);
    expect(missingIn(under('consult', { at: '03-03T10:00', acts: heard }))).toEqual([]);
  });

  it('waits until its end for a name that nobody knows, unless the document says who it is', () => {
    const text = '**Domain**: api\n**Consulted**: Erin, Carol Smith\n';
    const progress = under('consult', { at: '03-03T10:00', acts: heard, text });
    expect(progress.missing).toEqual([{ what: 'person-unknown', names: ['Erin', 'Carol Smith'] }]);
    expect(progress.closesAt).toBe(on('03-09T10:00'));
    expect(missingIn(under('consult', { at: '03-09T10:00', acts: heard, text }))).toEqual([]);
    expect(missingIn(under('consult', { at: '03-03T10:00', acts: heard, text: text.replace('Erin, Carol Smith', '@erin') }))).toEqual([]);
  });

  it('is satisfied at its end, with the silence on record', () => {
    const progress = under('consult', { at: '03-09T10:00', acts: heard.slice(0, 1) });
    expect(progress.missing).toEqual([]);
    expect(logins(progress.silent)).toEqual(['dan', 'erin']);
  });

  it('asks those again who spoke of another text', () => {
    const wordings = [{ hash: 'a', at: on('03-01T10:00'), editorial: null }, { hash: 'b', at: on('03-02T12:30'), editorial: null }];
    const progress = under('consult', { at: '03-04T10:00', acts: heard, record: { wordings } });
    expect(progress.voices.map(({ uncounted }) => uncounted)).toEqual(['before-change', 'before-change', null]);
    expect(progress.missing).toEqual([{ what: 'voices', people: [carol, dan] }]);
  });

  it('asks nobody again for a change that the owner calls editorial', () => {
    const editorial = { by: named(alice), why: 'Typos.', at: on('03-02T14:00'), source: aSource(alice) };
    const wordings = [{ hash: 'a', at: on('03-01T10:00'), editorial: null }, { hash: 'b', at: on('03-02T12:30'), editorial }];
    expect(under('consult', { at: '03-04T10:00', acts: heard, record: { wordings } }).missing).toEqual([]);
  });
});

describe('progressOf on consent', () => {
  it('takes silence for consent at its end, and says whose', () => {
    expect(missingIn(under('consent', { at: '03-09T09:59' }))).toEqual(['period']);
    const progress = under('consent', { at: '03-09T10:00', acts: [wrote(carol, '03-03T10:00')] });
    expect(progress.missing).toEqual([]);
    expect(logins(progress.silent)).toEqual(['dan', 'erin']);
  });

  it.each<[string, Objection, string[]]>([
    ['stands', objected('03-03T10:00'), ['objections']],
    ['was withdrawn', objected('03-03T10:00', { withdrawnAt: on('03-04T10:00') }), []],
    ['was set aside', objected('03-03T10:00', { setAside: { by: named(alice), why: 'We accept it.', at: on('03-04T10:00'), source: aSource(alice) } }), []],
    ['binds nobody', objected('03-03T10:00', { isBinding: false }), []],
    ['came late', objected('03-09T10:00'), []],
  ])('minds an objection that %s', (_, objection, missing) => {
    expect(missingIn(under('consent', { at: '03-10T10:00', record: { objections: [objection] } }))).toEqual(missing);
  });

  it('calls late what came after its end', () => {
    const { voices } = under('consent', { at: '03-10T10:00', record: { objections: [objected('03-09T10:00')] } });
    expect(voices[0]).toMatchObject({ person: carol, standing: 'objects', uncounted: 'late' });
  });
});

describe('progressOf on consensus', () => {
  it('waits for everybody however long, and for enough of them', () => {
    const progress = under('consensus', { at: '06-01T10:00', record: { voices: [voice(carol, 'abstain', '03-02T11:00'), voice(dan, 'abstain', '03-02T11:00')] } });
    expect(progress.missing).toEqual([{ what: 'voices', people: [erin] }, { what: 'quorum', more: 2 }]);
  });

  it('is satisfied with support and abstention', () => {
    const progress = under('consensus', { at: '03-03T10:00', acts: [reviewed(erin, '03-02T13:00')], record: { voices: [voice(carol, 'support', '03-02T11:00'), voice(dan, 'abstain', '03-02T11:00')] } });
    expect(progress.missing).toEqual([]);
    expect(progress.voices.map(({ standing }) => standing)).toEqual(['support', 'abstain', 'support']);
  });

  it('tells whoever is asked for the call what it would be refused for', () => {
    const voices = [carol, dan, erin].map((person) => voice(person, 'abstain', '03-02T11:00'));
    const { snapshot, record, now } = placeUnder('consensus', { at: '03-10T10:00', record: { voices } });
    expect(pauseOf(snapshot, record, config, now)).toMatchObject({ kind: 'awaiting-decision', missing: [{ what: 'quorum', more: 2 }] });
  });

  it('finds no side in words alone, nor in an approval that was taken back', () => {
    const { voices } = under('consensus', { at: '03-03T10:00', acts: [wrote(carol, '03-02T11:00'), reviewed(erin, '03-02T13:00'), reviewed(erin, '03-02T14:00', 'changes-requested')] });
    expect(voices.map(({ uncounted }) => uncounted)).toEqual(['no-side', 'silent', 'no-side']);
  });

  it('asks no more of those who became the owner', () => {
    const document = aDocument({ text: '# Rotate keys\n\n**Decision Owner**: @erin\n**Domain**: api\n', config });
    const voices = [voice(carol, 'support', '03-02T11:00'), voice(dan, 'support', '03-02T11:00')];
    expect(under('consensus', { at: '03-03T10:00', documents: [document], record: { voices } }).missing).toEqual([]);
  });
});

describe('progressOf on delegate', () => {
  it('needs nothing, and shows who said something', () => {
    const progress = under('delegate', { at: '03-02T10:00', acts: [wrote(carol, '03-02T09:00')] });
    expect(progress.missing).toEqual([]);
    expect(progress.closesAt).toBeNull();
  });
});

describe('the end of a period', () => {
  it('is put off by a planned pause, and by a hold no further than the last moment', () => {
    const wait = { kind: 'wait' as const, by: named(alice), from: on('03-03T10:00'), until: on('03-05T10:00'), why: 'The audit.', source: aSource(alice) };
    expect(under('consent', { at: '03-04T10:00', record: { waits: [wait] } }).closesAt).toBe(on('03-11T10:00'));
    const hold = { ...wait, kind: 'hold' as const, from: on('03-06T10:00'), until: on('05-06T10:00') };
    expect(under('consent', { at: '03-06T10:00', record: { waits: [hold] } }).closesAt).toBe(on('03-23T10:00'));
  });

  it('is not a holiday', () => {
    const calendar = { ...aSnapshot().calendar, holidays: ['2026-03-09'] };
    expect(under('consent', { at: '03-04T10:00', calendar }).closesAt).toBe(on('03-10T10:00'));
  });

  it.each([
    ['leaves time to look again', '03-09T09:00', '03-11T09:00'],
    ['stays where there is time enough', '03-03T09:00', '03-09T10:00'],
    ['gives none after the last moment', '03-23T10:00', '03-09T10:00'],
    ['ends at the last moment', '03-20T10:00', '03-23T10:00'],
  ])('%s', (_, at, closesAt) => {
    const snapshot = anRfc();
    const entitled = entitledOn(ruleOf(snapshot, config), { snapshot, record: aRecord(), config });
    const period = freeze(1, new Date(on('03-02T10:00')), { rule: ruleOf(snapshot, config), entitled, config, calendar: snapshot.calendar });
    const record = withMoreTime(aRecord({ period }), { because: 'withdrawn', at: on(at), objection: objected('03-02T11:00') }, snapshot);
    expect(progressOf({ snapshot, record, config, now: new Date(on('03-02T10:00')) }).closesAt).toBe(on(closesAt));
  });
});

describe('more time', () => {
  const snapshot = anRfc();
  const record = (rung: Rung, parts: Partial<Record> = {}) => {
    const rule = { ...ruleOf(snapshot, config), rung };
    return aRecord({ period: freeze(1, new Date(on('03-02T10:00')), { rule, entitled: entitledOn(rule, { snapshot, record: aRecord(), config }), config, calendar: snapshot.calendar }), ...parts });
  };
  const at = on('03-09T12:00');

  it.each<[string, Record, Objection]>([
    ['an objection that came late', record('consent'), objected('03-09T11:00')],
    ['an objection that binds nobody', record('consent'), objected('03-02T11:00', { isBinding: false })],
    ['an objection on consult', record('consult'), objected('03-02T11:00')],
    ['an objection before there was a period', aRecord(), objected('03-02T11:00')],
  ])('is not given for %s', (_, before, objection) => {
    expect(withMoreTime(before, { because: 'withdrawn', at, objection }, snapshot)).toBe(before);
  });

  it('is as much as the period has it', () => {
    expect(withMoreTime(record('consent'), { because: 'changed', at }, snapshot).period?.extensions).toEqual([{ because: 'changed', at, until: on('03-11T12:00') }]);
  });
});

describe('drift', () => {
  it('is nothing while all is as it was', () => {
    expect(under('consent', { at: '03-04T10:00' }).drift).toEqual([]);
  });

  it('shows what would be frozen now, and changes nothing', () => {
    const changed: Config = { ...config, decision: { ...config.decision, extension: { amount: 1, unit: 'days' } }, domains: { api: { ...api, rung: 'consensus', zone: 'local', owners: ['alice'] } } };
    const progress = under('consent', { at: '03-04T10:00', config: changed, teams: [{ team: 'acme/infra', members: [dan] }] });
    expect(progress.rung).toBe('consent');
    expect(progress.drift).toEqual([{ what: 'rung', now: 'consensus' }, { what: 'zone', now: 'local' }, { what: 'left', people: [erin] }, { what: 'times' }]);
  });
});
