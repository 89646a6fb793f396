import { describe, expect, it } from '@jest/globals';
import { SaxesParser } from 'saxes';
import type { Progress } from '../../src/decision/ladder/progress.ts';
import { stranger } from '../../src/web/viewer.ts';
import { keepReviews } from '../../src/store/principle-reviews.ts';
import { aLogEntry, alice, bob, carol } from '../support/a-log-entry.ts';
import { anOpenRfc } from '../support/an-open-rfc.ts';
import { databasesOfStories, useSharedStore, useStore } from '../support/databases.ts';
import { everybody, fill, repositories, see, seeJson, siteUrl, wordsOf, type Filling } from './a-site.ts';

const { rfcs, secret } = repositories;
const source = { in: 'comment', id: 101, by: alice.id, hash: '0f1e2d3c4b5a6978' } as const;
const files = ['/decisions.json', '/decisions.csv', '/decisions.atom'];
const paths = ['/open', '/closing', '/waiting', '/decisions', '/rfcs/acme/rfcs/7', '/domains', '/principles', '/topics'];
const period = { n: 1, rung: 'consent', domain: 'security', zone: 'local', from: '2026-03-04T09:00:00Z', until: '2026-03-11T17:00:00Z', last: '2026-03-25T17:00:00Z', more: '2 working-days', quorum: 0 } as const;

function secretEntry() {
  return aLogEntry({ repository: { id: secret, name: 'secret', isPrivate: true }, number: 9, question: 'Buy the competitor', principles: ['small-steps'] });
}

describe.each(databasesOfStories)('the pages on $name', (kind) => {
  const { database } = useStore(kind);

  it('list what is open by what it waits for, with counts, and narrow it down', async () => {
    await fill(database(), { open: [[rfcs, 7, anOpenRfc()], [rfcs, 8, anOpenRfc({ title: 'Retire search', pause: null, isDraft: true, progress: { domain: 'api' } })]] });
    const { status, text } = await see(database(), '/open');
    expect(status).toBe(200);
    expect(wordsOf(text)).toMatch(/All 2 The views of those who were asked 1 Nobody: a draft, or a planned wait 1/);
    expect(wordsOf(text)).toContain('Since 2026-03-03 for @carol Decision Owner: alice');
    expect(wordsOf((await see(database(), '/open?waits-for=none')).text)).not.toContain('Rotate signing keys');
    expect(wordsOf((await see(database(), '/open?domain=api')).text)).not.toContain('Rotate signing keys');
    expect((await seeJson(database(), '/api/v1/open?waits-for=none')).data).toMatchObject({ version: 1, waitsFor: [{ kind: 'awaiting-review', count: 1 }, { kind: 'none', count: 1 }], rfcs: [{ number: 8 }], next: null });
  });

  it('say which periods end soon, and what silence means there', async () => {
    await fill(database(), { open: [[rfcs, 7, anOpenRfc({ progress: { rung: 'consent', closesAt: '2026-03-12T17:00:00Z' } })], [rfcs, 8, anOpenRfc({ title: 'Over', progress: { closesAt: '2026-03-09T17:00:00Z' } })]] });
    const said = wordsOf((await see(database(), '/closing')).text);
    expect(said).toContain('Until 2026-03-12, 17:00 UTC . Rung consent : Silence until the end of the period is consent.');
    expect(said).not.toContain('Over');
  });

  it('show what waits for me to me, and ask others to sign in', async () => {
    await fill(database(), { open: [[rfcs, 7, anOpenRfc({ awaited: [{ person: carol.id, for: 'voice' }] })], [rfcs, 8, anOpenRfc({ title: 'Not mine', awaited: [] })]] });
    const said = wordsOf((await see(database(), '/waiting')).text);
    expect(said).toContain('Your view is asked for. Since 2026-03-03');
    expect(said).not.toContain('Not mine');
    expect((await see(database(), '/waiting', { person: null, visible: 'all' })).status).toBe(401);
    expect((await see(database(), '/open', { person: null, visible: 'all' })).text).not.toContain('href="/waiting"');
  });

  it('show me what I was to look back at by now, and everybody what is due', async () => {
    const due = { reviewOn: '2026-03-10', owner: carol, by: carol } as const;
    await fill(database(), { entries: [aLogEntry({ ...due, question: 'Mine' }), aLogEntry({ ...due, number: 8, question: 'Theirs', owner: bob, by: bob }), aLogEntry({ ...due, number: 9, question: 'Later', reviewOn: '2026-03-11' })] });
    const mine = wordsOf((await see(database(), '/waiting')).text);
    expect(mine).toMatch(/To be looked back at How did these turn out\? .* Mine acme\/rfcs#7/);
    expect(mine).not.toMatch(/Theirs|Later|Nothing waits/);
    expect((await seeJson(database(), '/api/v1/waiting')).data).toMatchObject({ rfcs: [], reviews: [{ number: 7 }] });
    expect((await seeJson(database(), '/api/v1/decisions?review=due')).data).toMatchObject({ decisions: [{ number: 8 }, { number: 7 }] });
    expect((await see(database(), '/decisions?review=due')).text).toMatch(/value="due" checked/);
    expect((await see(database(), '/decisions.csv?review=due')).text.trimEnd().split('\r\n')).toHaveLength(3);
    expect((await see(database(), '/decisions?review=soon')).status).toBe(400);
  });

  it('lead from many that I was to look back at to all of them', async () => {
    const entries = Array.from({ length: 21 }, (_, index) => aLogEntry({ number: index + 1, reviewOn: '2026-03-01', owner: carol }));
    await fill(database(), { entries });
    const { text } = await see(database(), '/waiting');
    expect(text.match(/class="rfc"/g)).toHaveLength(20);
    expect(text).toContain('href="/decisions?review=due&amp;person=carol"');
    expect((await seeJson(database(), '/api/v1/decisions?review=due&person=carol')).data).toMatchObject({ decisions: { length: 21 } });
  });

  it.each([
    ['text=rotate', ['Rotate signing keys']],
    ['result=rejected', ['Retire search']],
    ['domain=security&person=@bob', ['Rotate signing keys']],
    ['principle=small-steps', ['Rotate signing keys']],
    ['topic=key%20ROTATION', ['Rotate signing keys']],
    ['from=2026-03-09&to=2026-03-09', ['Retire search']],
    ['from=2026-03-09&to=2026-03-10', ['Rotate signing keys', 'Retire search']],
    ['text=nothing', []],
  ])('find decisions by %s', async (query, found) => {
    const other = aLogEntry({ number: 8, question: 'Retire search', result: 'rejected', outcome: 'reject', at: '2026-03-09T23:00:00Z', domain: null, principles: [], topic: null, voices: [], by: carol, owner: carol });
    await fill(database(), { entries: [aLogEntry(), other] });
    const { data } = await seeJson(database(), `/api/v1/decisions?${query}`);
    expect((data as { decisions: { question: string }[] }).decisions.map(({ question }) => question)).toEqual(found);
    const said = wordsOf((await see(database(), `/decisions?${query}`)).text);
    for (const each of ['Rotate signing keys', 'Retire search']) expect(said.includes(each)).toBe(found.includes(each));
  });

  it('lead on to what comes after fifty, until there is no more, with the search as it was', async () => {
    await fill(database(), { entries: Array.from({ length: 120 }, (_, index) => aLogEntry({ number: index + 1, at: '2026-03-10T10:00:00Z' })) });
    const seen: string[] = [];
    for (let path: string | undefined = '/decisions?domain=security'; path !== undefined; ) {
      const { text } = await see(database(), path);
      seen.push(...Array.from(text.matchAll(/acme\/rfcs#(\d+)/g), ([, number = '']) => number));
      path = /href="([^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
      if (path !== undefined) expect(path).toContain('domain=security');
    }
    expect(seen.map(Number).toSorted((one, other) => one - other)).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
  });

  it('answer who decided this, and why', async () => {
    const entry = aLogEntry({
      isSatisfied: false,
      objections: [{ by: bob, why: 'Too fast', at: '2026-03-05T10:00:00Z', answered: { by: carol, why: 'A week', at: '2026-03-05T12:00:00Z', source }, withdrawnAt: null, setAside: { by: alice, why: 'It can be undone', at: '2026-03-06T10:00:00Z', source } }],
      review: { outcome: 'kept', by: alice, why: 'It held', at: '2026-03-10T11:00:00Z', source },
    });
    await fill(database(), { entries: [entry] });
    const { text } = await see(database(), '/rfcs/acme/rfcs/7');
    expect(text).toContain('<a href="https://github.com/acme/rfcs/pull/7#pullrequestreview-201">supports it</a>');
    const said = wordsOf(text);
    for (const words of [
      'Who decided this, and why?',
      '@alice , the Decision Owner. Accepted on 2026-03-10 . The audit is done.',
      'Made before its rung was satisfied.',
      'on the rung consent : it is accepted unless somebody entitled objects with a reason',
      'Said nothing: @carol . Silence until the end of the period is consent.',
      '@bob on 2026-03-05 : Too fast Answered by @carol on 2026-03-05 : A week Set aside by @alice on 2026-03-06 : It can be undone',
      'How it turned out: kept',
      'Principles: small-steps',
    ])
      expect(said).toContain(words);
  });

  it('tell of a merge without a decision that nobody wrote one down', async () => {
    await fill(database(), { entries: [aLogEntry({ n: 0, result: 'merged-without-decision', outcome: null, by: null, why: null })] });
    expect(wordsOf((await see(database(), '/rfcs/acme/rfcs/7')).text)).toContain('Merged without a decision on 2026-03-10 . Nobody has written down who decided, and why. @alice , the Decision Owner, can still say so');
  });

  it('show how far an open RFC has come, and why each voice counts or does not', async () => {
    const progress = {
      rung: 'consent',
      domain: 'security',
      period: { ...period, entitled: [bob, carol], teams: [], extensions: [] },
      closesAt: '2026-03-11T17:00:00Z',
      voices: [
        { person: { ...bob, isBot: false }, standing: 'support', said: { at: '2026-03-05T10:00:00Z', url: null }, lastAt: '2026-03-05T10:00:00Z', uncounted: 'before-change' },
        { person: { ...carol, isBot: false }, standing: 'silent', said: null, lastAt: null, uncounted: 'silent' },
      ],
      missing: [{ what: 'period', until: '2026-03-11T17:00:00Z' }],
      drift: [{ what: 'rung', now: 'consensus' }],
    } satisfies Partial<Progress>;
    await fill(database(), { open: [[rfcs, 7, anOpenRfc({ progress })]] });
    const said = wordsOf((await see(database(), '/rfcs/acme/rfcs/7')).text);
    expect(said).toContain('@bob Supports it 2026-03-05, 10:00 UTC It was said before the text changed');
    expect(said).toContain('@carol Said nothing so far – Nothing was said so far');
    expect(said).toContain('Its period runs until 2026-03-11, 17:00 UTC, at least.');
    expect(said).toContain('begun anew, the rung would be consensus');
  });

  it('tell the story as a picture that is said in words too', async () => {
    const record = {
      period,
      voices: [{ by: bob, stance: 'support', at: '2026-03-05T10:00:00Z', source }],
      objections: [{ by: carol, why: 'Too <fast>', isBinding: true, at: '2026-03-06T10:00:00Z', source, answered: null, withdrawnAt: '2026-03-07T10:00:00Z', setAside: null }],
    } as const;
    await fill(database(), { entries: [aLogEntry()], records: [[rfcs, 7, { ...record, period: { ...period, entitled: [bob], teams: [], extensions: [] }, voices: [...record.voices], objections: [...record.objections] }]] });
    const { text } = await see(database(), '/rfcs/acme/rfcs/7');
    const picture = /<svg[\s\S]*<\/svg>/.exec(text)?.[0] ?? '';
    new SaxesParser().write(picture).close();
    expect(picture).toContain('From 2026-03-02 to 2026-03-11: 1 voice, 1 objection, 0 temporary DRIs, 0 requests for help.');
    expect(picture).not.toMatch(/style=|NaN/);
    expect(wordsOf(text)).toContain('2026-03-06, 10:00 UTC to 2026-03-07, 10:00 UTC : an objection , @carol : Too <fast>');
    expect(text).toContain('href="https://github.com/acme/rfcs/pull/7#issuecomment-101"');
  });

  it('map who decides what, once for repositories that share it', async () => {
    await fill(database(), { entries: [aLogEntry()], records: [[rfcs, 7, {}]] });
    const said = wordsOf((await see(database(), '/domains')).text);
    expect(said).toContain('acme/rfcs, acme/secret');
    expect(said).toContain('security Keys, and who holds them. Topics: Key rotation @alice, @acme/security consent : it is accepted unless');
    expect(said).toMatch(/api anybody consult : /);
    const { data } = await seeJson(database(), '/api/v1/domains');
    expect(data).toMatchObject({ version: 1, maps: [{ repositories: [{ name: 'rfcs' }, { name: 'secret' }], domains: [{ name: 'security', decided: 1 }, { name: 'api', decided: 0 }] }] });
  });

  it('show principles with their use, and where they did not fit', async () => {
    const tension = { principle: 'small-steps', why: 'It was one leap', by: bob, at: '2026-03-05T10:00:00Z', source };
    await fill(database(), { entries: [aLogEntry()], records: [[rfcs, 7, { tensions: [tension] }]] });
    const said = wordsOf((await see(database(), '/principles')).text);
    expect(said).toContain('People own their data. Data stays on the device. data-stays Cited on 0 RFCs , and in tension with reality on 0 RFCs. Since 2026-01-31.');
    expect(said).toContain('Cited on 1 RFC , and in tension with reality on 1 RFC. acme/rfcs#7 , @bob on 2026-03-05 : It was one leap');
  });

  it('lead from a tension to its RFC, also where that was closed and nobody decided', async () => {
    const tension = { principle: 'small-steps', why: 'It was one leap', by: bob, at: '2026-03-05T10:00:00Z', source };
    const objection = { by: carol, why: 'Too fast', isBinding: true, at: '2026-03-06T10:00:00Z', source, answered: null, withdrawnAt: null, setAside: null };
    await fill(database(), { records: [[rfcs, 5, { tensions: [tension], objections: [objection] }], [rfcs, 6, {}]] });
    const [, link = ''] = /href="(\/rfcs\/[^"]+)/.exec((await see(database(), '/principles')).text) ?? [];
    const { status, text } = await see(database(), link);
    expect({ link, status }).toEqual({ link: '/rfcs/acme/rfcs/5', status: 200 });
    const said = wordsOf(text);
    expect(said).toContain('acme/rfcs#5 · On GitHub It ended without a decision');
    expect(said).toContain('Tensions @bob on 2026-03-05 , with small-steps : It was one leap');
    expect(said).toContain('2026-03-06, 10:00 UTC : an objection, which goes on , @carol : Too fast');
    expect(text).toContain('href="https://github.com/acme/rfcs/pull/5"');
    expect(said).not.toContain('Who decided this');
    expect((await seeJson(database(), `/api/v1${link}`)).data).toMatchObject({ number: 5, decisions: [], open: null, tensions: [{ principle: 'small-steps', by: bob }], story: { from: '2026-03-06T10:00:00Z' } });
    expect(wordsOf((await see(database(), '/rfcs/acme/rfcs/6')).text)).toContain('How it came about Nothing was said in a command.');
    expect(await see(database(), link, { person: carol, visible: [secret] })).toMatchObject({ status: 404 });
  });

  it('tell what became of the questions about a principle', async () => {
    await fill(database(), {});
    const asked = { principle: 'small-steps', number: 12, url: 'https://github.com/acme/rfcs/issues/12', askedAt: '2026-03-06T10:00:00Z', closedAt: null, ending: null };
    await keepReviews(database(), rfcs, [{ ...asked, number: 11, askedAt: '2026-02-06T10:00:00Z', closedAt: '2026-02-09T10:00:00Z', ending: 'changed' }, asked]);
    const said = wordsOf((await see(database(), '/principles')).text);
    expect(said).toContain('Does it still fit? was asked on 2026-03-06; the question is open. Does it still fit? was asked on 2026-02-06; it got other words on 2026-02-09.');
    expect((await seeJson(database(), '/api/v1/principles', { person: carol, visible: [secret] })).data).not.toMatchObject({ sets: [{ principles: expect.arrayContaining([expect.objectContaining({ questions: [expect.anything()] })]) }] });
  });

  it('ask about topics on which decisions went different ways, of what one sees', async () => {
    const rejected = { result: 'rejected', outcome: 'reject' } as const;
    const entries = [
      aLogEntry({ topic: 'Caching' }),
      aLogEntry({ ...rejected, number: 8, question: 'Cache in the API', topic: 'caching', domain: 'api', at: '2026-03-09T10:00:00Z' }),
      aLogEntry({ number: 9, topic: 'Keys' }),
      { ...secretEntry(), ...rejected, topic: 'keys' },
    ];
    await fill(database(), { entries });
    const said = wordsOf((await see(database(), '/topics', { person: carol, visible: [rfcs] })).text);
    expect(said).toContain('Caching Rotate signing keys Accepted on 2026-03-10 in acme/rfcs, domain security Cache in the API Rejected on 2026-03-09 in acme/rfcs, domain api');
    expect(said).not.toMatch(/Buy|secret/);
    const { data } = await seeJson(database(), '/api/v1/topics');
    expect(data).toMatchObject({ version: 1, topics: [{ decisions: [{ number: 7 }, { number: 8 }] }, { decisions: [expect.anything(), expect.anything()] }], next: null });
  });

  it('give the log as files, whole, in formats that programs read', async () => {
    await fill(database(), { entries: Array.from({ length: 60 }, (_, index) => aLogEntry({ number: index + 1 })) });
    const json = await see(database(), '/decisions.json?domain=security');
    expect((JSON.parse(json.text) as { decisions: unknown[] }).decisions).toHaveLength(60);
    expect(json.headers.get('content-disposition')).toBe('attachment; filename="decisions.json"');
    expect((await see(database(), '/decisions.csv')).text.trimEnd().split('\r\n')).toHaveLength(61);
    const feed = await see(database(), '/decisions.atom');
    new SaxesParser({ xmlns: true }).write(feed.text).close();
    expect(feed.text.match(/<entry>/g)).toHaveLength(60);
    expect(JSON.parse((await see(database(), '/decisions.json?domain=nothing')).text)).toMatchObject({ decisions: [] });
  });

  it.each(['http://elsewhere.example', 'http://127.0.0.1:3000', 'https://unpause.example'])('give the feed the same id, and the address of this server, also where it is asked for at %s', async (origin) => {
    await fill(database(), { entries: [aLogEntry()] });
    const { text } = await see(database(), `${origin}/decisions.atom?text=rotate&person=&domain=security`);
    expect(text).toContain(`<id>${siteUrl}/decisions.atom?text=rotate&amp;domain=security</id>`);
    expect(text).toContain(`<link rel="self" type="application/atom+xml" href="${siteUrl}/decisions.atom?text=rotate&amp;domain=security"/>`);
    expect(text).toContain(`<link rel="alternate" type="text/html" href="${siteUrl}/decisions?text=rotate&amp;domain=security"/>`);
    expect(text).toContain('<title>Decisions: unpause.example</title>');
  });

  it('answer alike about what is not there and what is not to be seen', async () => {
    await fill(database(), { entries: [secretEntry()] });
    const reader = { person: carol, visible: [rfcs] };
    const [hidden, missing] = [await see(database(), '/rfcs/acme/secret/9', reader), await see(database(), '/rfcs/acme/nowhere/9', reader)];
    expect([hidden.status, missing.status]).toEqual([404, 404]);
    expect(hidden.text).toBe(missing.text);
  });

  it('show what somebody wrote as words, never as markup or as an address', async () => {
    const words = '<script>alert(1)</script>"\'';
    await fill(database(), { open: [[rfcs, 7, anOpenRfc({ title: words, url: 'javascript:alert(1)', owners: [words], topic: words })]], entries: [aLogEntry({ number: 8, question: words, why: words, context: words, topic: words })] });
    for (const path of ['/open', '/rfcs/acme/rfcs/7', '/decisions', '/rfcs/acme/rfcs/8', `/decisions?text=${encodeURIComponent(words)}`]) {
      const { text } = await see(database(), path, everybody);
      expect(text).not.toMatch(/<script|href="javascript|style=/);
    }
  });
});

describe.each(databasesOfStories)('each address on $name', (kind) => {
  const tensions = [{ principle: 'small-steps', why: 'Buy them all', by: bob, at: '2026-03-05T10:00:00Z', source }];
  const { database } = useSharedStore(kind, async (shared) => {
    const open: Filling['open'] = [[rfcs, 7, anOpenRfc()], [secret, 9, anOpenRfc({ title: 'Buy the competitor' })]];
    await fill(shared, { open, entries: [aLogEntry(), secretEntry()], records: [[secret, 9, { tensions }]] });
  });

  it.each([...paths, ...paths.map((path) => `/api/v1${path}`), ...files])('%s is closed to a stranger, and tells of nothing', async (path) => {
    const { status, text } = await see(database(), path, stranger);
    expect(status).toBe(401);
    expect(path.startsWith('/api') || files.includes(path) ? text : wordsOf(text)).not.toMatch(/acme|Rotate|alice|\d/);
  });

  it.each([...paths, '/rfcs/acme/secret/9', '/decisions?text=competitor', '/principles'].flatMap((path) => [path, `/api/v1${path}`]).concat(files))('%s tells a reader of one repository nothing of another', async (path) => {
    const { text } = await see(database(), path, { person: carol, visible: [rfcs] });
    expect(text.replaceAll(encodeURIComponent(path), '').replaceAll(path.replace('/api/v1', ''), '')).not.toMatch(/secret|Buy|reality on [1-9]|"tensions":[1-9]/);
  });

  it.each([
    ['/open', /Rotate signing keys acme\/rfcs#7/],
    ['/closing', /Decision periods in the order in which they end/],
    ['/waiting', /It waits for you, or for a team of yours/],
    ['/decisions', /Buy the competitor acme\/secret#9/],
    ['/rfcs/acme/rfcs/7', /Who decided this, and why\? .* How it came about/],
    ['/domains', /Keys, and who holds them/],
    ['/principles', /Take a step that can be undone/],
    ['/topics', /On no topic that you see did decisions go different ways/],
    ['/vitality', /Signs of life, and of decay/],
    ['/open?after=nonsense', /Unexpected after/],
    ['/rfcs/acme/rfcs/404', /There is no page at this address/],
  ])('%s says all that it says without a script', async (path, words) => {
    const { text } = await see(database(), path);
    expect(text).not.toMatch(/<script|<noscript|\son[a-z]+=|href="javascript/i);
    expect(wordsOf(text)).toMatch(words);
  });

  it.each(['/open?waits-for=patience', '/open?after=nonsense', '/decisions?from=yesterday', '/decisions?after=1', '/rfcs/acme/rfcs/0', '/decisions.csv?result=great'])('%s is told what was expected', async (path) => {
    const { status, text } = await see(database(), path);
    expect(status).toBe(400);
    expect(text).toMatch(/Unexpected [\w-]+ ("|&quot;|\\").*, expected /);
  });
});
