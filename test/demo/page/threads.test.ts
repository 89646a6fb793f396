import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createCheckRun } from '../../../src/demo/github/acts/check-runs.ts';
import { aPage, bot, type APage } from './a-page.ts';

const rfcs = 'acme/rfcs';
let page: APage;
beforeEach(async () => {
  page = await aPage();
});
afterEach(async () => {
  await page.close();
});

/** A failed check on a pull request, with a note on its third line. */
function report(number: number): number {
  const { world } = page;
  const { pull } = world.pullRequest(rfcs, number);
  const by = world.account(bot);
  if (by.app === null) throw new Error('the bot has no App');
  const annotation = { path: 'rfcs/0004-upgrade-postgresql.md', start_line: 3, end_line: 3, start_column: 21, end_column: 34, annotation_level: 'failure' as const, title: 'Unpause: a-rule', message: 'Name a <b>person</b>', raw_details: null };
  const change = { name: 'Unpause: document', conclusion: 'failure' as const, title: '1 error', summary: 'See **above**', annotations: [annotation], actions: [{ label: 'Suggest', description: 'Comments', identifier: 'insert-missing' }] };
  return createCheckRun(world, world.repository(rfcs), { app: by.app, headSha: pull.head.sha, by, change }).id;
}

function heard(): { name: string; action: unknown }[] {
  const events: { name: string; action: unknown }[] = [];
  page.world.onEvent(({ name, payload }) => events.push({ name, action: payload.action }));
  return events;
}

describe('the list', () => {
  it('names every thread with its labels and its checks', async () => {
    report(3);
    const text = await page.text('/');
    expect(text).toContain('Upgrade PostgreSQL to 18');
    expect(text).toContain('failure: 1 error');
    expect(text).toContain('A dark theme for the website');
    expect(text).toMatch(/Quiet hours for alerts that can wait<\/a>\s*<span class="label rfc">RFC<\/span>/);
  });
});

describe('a thread', () => {
  it('shows what a check says beside the line it says it of', async () => {
    report(3);
    const text = await page.text('/acme/rfcs/pull/3');
    expect(text).toContain('<li id="L3" class="failure"><code>**Decision Owner**: <mark>@acme/platform</mark></code><p class="note failure"><strong>Unpause: a-rule</strong> Name a &lt;b&gt;person&lt;/b&gt;</p></li>');
    expect(text).toContain('See <strong>above</strong>');
  });

  it('shows comments without what GitHub hides, and markup as text', async () => {
    page.world.comment({ repo: rfcs, number: 3, by: 'bob', body: '<!-- a record -->\n**Bold** <img src=x onerror=alert(1)> [x](javascript:alert(1))' });
    const text = await page.text('/acme/rfcs/pull/3');
    expect(text).not.toContain('a record');
    expect(text).toContain('<strong>Bold</strong> &lt;img src=x onerror=alert(1)&gt; <a href="">x</a>');
  });

  it('leads from a link in a comment to the line it names', async () => {
    const { world } = page;
    const { sha } = world.pullRequest(rfcs, 3).pull.head;
    world.comment({ repo: rfcs, number: 3, by: 'bob', body: `[line 3](${world.baseUrl}/acme/rfcs/blob/${sha}/rfcs/0004-upgrade-postgresql.md?plain=1#L3)` });
    expect(await page.text('/acme/rfcs/pull/3')).toContain(`<a href="/acme/rfcs/blob/${sha}/rfcs/0004-upgrade-postgresql.md?plain=1#L3">line 3</a>`);
    expect(await page.text(`/acme/rfcs/blob/${sha}/rfcs/0004-upgrade-postgresql.md?plain=1`)).toContain('<li id="L3"><code>**Decision Owner**: @acme/platform</code></li>');
  });

  it.each(['/acme/rfcs/issues/3', '/acme/rfcs/pull/3/checks'])('is found from %s, too', async (path) => {
    const answer = await page.get(path);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/acme/rfcs/pull/3']);
  });
});

describe('what people do there', () => {
  it('comments as the person who was chosen', async () => {
    const chosen = await page.post('/person', { person: 'erin', back: '/acme/rfcs/pull/3' });
    expect(chosen.headers.get('location')).toBe('/acme/rfcs/pull/3');
    const cookie = chosen.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict$/);
    await page.post('/acme/rfcs/pull/3/comment', { body: 'One\r\ntwo' }, { cookie: cookie.split(';')[0] ?? '' });
    const [last] = page.world.issue(rfcs, 3).comments.slice(-1);
    expect([last?.author.login, last?.body]).toEqual(['erin', 'One\ntwo']);
  });

  it('keeps the person it had where an unknown one is named', async () => {
    expect((await page.post('/person', { person: 'mallory', back: '/' })).headers.get('set-cookie')).toBeNull();
    expect(await page.text('/', page.as('mallory'))).toContain('<option value="alice" selected>');
  });

  it('edits a document by a push to its branch', async () => {
    const { world } = page;
    const { head } = world.pullRequest(rfcs, 3).pull;
    const path = 'rfcs/0004-upgrade-postgresql.md';
    const blob = world.git.filesOf(head.sha).get(path) ?? '';
    const answer = await page.post('/acme/rfcs/pull/3/document', { path, blob, text: '# New\r\n' }, page.as('carol'));
    expect(answer.status).toBe(303);
    const after = world.git.commit(world.pullRequest(rfcs, 3).pull.head.sha);
    expect(after.author.login).toBe('carol');
    expect(world.git.blob(world.git.filesOf(after.sha).get(path) ?? '')?.toString()).toBe('# New\n');
    const late = await page.post('/acme/rfcs/pull/3/document', { path, blob, text: '# Later\n' }, page.as('carol'));
    expect(late.status).toBe(422);
    expect(await late.text()).toContain('The document has changed meanwhile');
  });

  it('commits a suggestion to the lines it was made for', async () => {
    const { world } = page;
    const path = 'rfcs/0003-drop-node-20.md';
    const comment = world.reviewComment({ repo: rfcs, number: 2, by: bot, path, line: 2, body: 'Try:\n\n```suggestion\n\n**Decision Owner**: @bob\n\n```' });
    expect((await page.post('/acme/rfcs/pull/2/suggestion', { comment: String(comment.id) })).status).toBe(303);
    const text = world.git.blob(world.git.filesOf(world.pullRequest(rfcs, 2).pull.head.sha).get(path) ?? '')?.toString();
    expect(text?.split('\n').slice(0, 5)).toEqual(['# Drop support for Node 20', '', '**Decision Owner**: @bob', '', expect.stringContaining('**Decide by**')]);
    expect((await page.post('/acme/rfcs/pull/2/suggestion', { comment: String(comment.id) })).status).toBe(422);
  });

  it('presses a button of a check, and asks for another run', async () => {
    const run = String(report(3));
    const events = heard();
    await page.post('/acme/rfcs/pull/3/check', { run, action: 'insert-missing' });
    await page.post('/acme/rfcs/pull/3/check', { run, action: 'rerun' });
    expect(events).toEqual([{ name: 'check_run', action: 'requested_action' }, { name: 'check_run', action: 'rerequested' }]);
  });

  it('labels, makes ready, merges, closes and reopens', async () => {
    const events = heard();
    await page.post('/acme/rfcs/pull/3/label', { add: 'RFC' });
    await page.post('/acme/rfcs/pull/3/label', { remove: 'RFC' });
    await page.post('/acme/rfcs/pull/6/state', { change: 'ready' });
    await page.post('/acme/rfcs/pull/1/state', { change: 'merge' });
    await page.post('/acme/rfcs/issues/5/state', { change: 'close' });
    await page.post('/acme/rfcs/issues/5/state', { change: 'reopen' });
    await page.post('/acme/rfcs/issues/5/body', { text: 'Short' });
    const names = events.map(({ name, action }) => `${name} ${String(action)}`).filter((name) => /^(pull_request|issues) /.test(name));
    expect(names).toEqual(['pull_request labeled', 'pull_request unlabeled', 'pull_request ready_for_review', 'pull_request closed', 'issues closed', 'issues reopened', 'issues edited']);
  });

  it.each<[string, string, string, Record<string, string>]>([
    ['erin', 'a push to a branch of the repository', 'pull/3/document', { path: 'rfcs/0004-upgrade-postgresql.md' }],
    ['dave', 'a push to a fork of somebody else', 'pull/4/document', { path: 'rfcs/0005-event-schema-registry.md' }],
    ['erin', 'a label', 'pull/3/label', { add: 'RFC' }],
    ['dave', 'a button of a check', 'pull/3/check', { action: 'rerun' }],
    ['dave', 'a merge', 'pull/1/state', { change: 'merge' }],
    ['erin', "closing somebody else's issue", 'issues/5/state', { change: 'close' }],
    ['erin', "editing somebody else's issue", 'issues/5/body', { text: 'Gone' }],
    ['alice', 'an empty comment', 'pull/3/comment', { body: ' \n' }],
    ['alice', 'merging a draft', 'pull/6/state', { change: 'merge' }],
    ['alice', 'a file that is not part of it', 'pull/3/document', { path: 'README.md' }],
    ['alice', 'a check that is not there', 'pull/3/check', { run: '1', action: 'rerun' }],
  ])('refuses @%s %s, and says why', async (login, _, path, fields) => {
    const run = String(report(3));
    const shown = fields.path === undefined ? undefined : blobOf(path, fields.path);
    const events = heard();
    const answer = await page.post(`/acme/rfcs/${path}`, { run, text: 'x', ...(shown === undefined ? {} : { blob: shown }), ...fields }, page.as(login));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(/<p class="refusal" role="alert" id="refusal">[^<]+<\/p>/);
    expect(events).toEqual([]);
  });

  it('lets those who look after the repository push to a fork', async () => {
    const path = 'rfcs/0005-event-schema-registry.md';
    const answer = await page.post('/acme/rfcs/pull/4/document', { path, blob: blobOf('pull/4/document', path) ?? '', text: 'x' }, page.as('bob'));
    expect(answer.status).toBe(303);
    expect(page.world.git.commit(page.world.pullRequest(rfcs, 4).pull.head.sha).author.login).toBe('bob');
  });

  it.each([
    ['hour', '2026-11-17T11:00'],
    ['working-day', '2026-11-18T10:00'],
    ['week', '2026-11-24T10:00'],
    ['century', '2026-11-17T10:00'],
  ])('turns the clock by one %s, to %s', async (by, moment) => {
    await page.post('/clock', { by, back: '/' });
    expect(page.standIn.clock.now().toISOString().slice(0, 16)).toBe(moment);
  });

  it('turns the clock past a weekend, and out of the evening', async () => {
    const { clock } = page.standIn;
    for (let day = 0; day < 4; day += 1) await page.post('/clock', { by: 'working-day', back: '/' });
    expect(clock.now().toISOString().slice(0, 16)).toBe('2026-11-23T10:00');
    clock.advance(10 * 3_600_000);
    await page.post('/clock', { by: 'working-day', back: '/' });
    expect(clock.now().toISOString().slice(0, 16)).toBe('2026-11-25T09:00');
  });

  it('shows that a command was understood, and by whom', async () => {
    const { id } = page.world.comment({ repo: rfcs, number: 3, by: 'bob', body: '/dri take' });
    page.world.react({ repo: rfcs, commentId: id, by: bot, content: '+1' });
    expect(await page.text('/acme/rfcs/pull/3')).toMatch(/<ul class="reactions" aria-label="Reactions"><li id="reaction-\d+">👍 unpause<\/li><\/ul>/);
  });

  it.each([
    ['/acme/rfcs/pull/1', true],
    ['/acme/rfcs/pull/6', false],
    ['/acme/website/pull/1', false],
  ])('says on %s what to try: %s', async (path, isSaid) => {
    page.world.addLabels({ repo: rfcs, number: 1, by: 'alice', labels: ['RFC'] });
    expect((await page.text(path)).includes('What to try here')).toBe(isSaid);
  });
});

/** Git's name of a file at the head of the pull request in `pull/3/document`. */
function blobOf(path: string, file: string): string | undefined {
  const number = Number(path.split('/')[1]);
  return page.world.git.filesOf(page.world.pullRequest(rfcs, number).pull.head.sha).get(file);
}

describe('live updates', () => {
  it('tells of each change, and end with the demo', async () => {
    const { body } = await page.get('/events');
    if (body === null) throw new Error('no stream');
    const told = body.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]();
    const first = await told.next();
    page.activity.note();
    const second = await told.next();
    expect([first.value, second.value]).toEqual([expect.stringMatching(/^data: \d+\n\n$/), expect.stringMatching(/^data: \d+\n\n$/)]);
    expect(second.value).not.toBe(first.value);
    await page.close();
    let isOver = false;
    for (let reads = 0; reads < 4 && !isOver; reads += 1) isOver = (await told.next()).done === true;
    expect(isOver).toBe(true);
  });
});
