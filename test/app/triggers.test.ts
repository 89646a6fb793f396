import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import recorded from '@octokit/webhooks-examples' with { type: 'json' };
import fc from 'fast-check';
import { parse } from 'yaml';
import { appManifest, commonManifest } from '../../src/app/app-manifest.ts';
import { handledEvents, readDelivery, type ReadDelivery } from '../../src/app/triggers.ts';

// Its declarations describe one event's payloads, not the list that the file is.
const events = recorded as unknown as { name: string; examples: object[] }[];
const examples = events.flatMap(({ name, examples }) => examples.map((example, index) => ({ name, index, example })));
const handled = examples.filter(({ name }) => handledEvents.includes(name));

const where = { installation: { id: 7 }, repository: { name: 'rfcs', owner: { login: 'acme' }, default_branch: 'main' } };
const address = { installation: 7, owner: 'acme', repo: 'rfcs' };

function read(event: string, payload: object): ReadDelivery {
  return readDelivery({ id: 'd-1', event, payload: { ...where, ...payload } });
}

function looksOf(event: string, payload: object): unknown {
  const result = read(event, payload);
  return result.kind === 'trigger' ? result.trigger.looks : result.kind;
}

describe('readDelivery', () => {
  it.each(handled)('reads the recorded $name delivery $index', ({ name, example }) => {
    // Recorded at repositories' own webhooks, some payloads have no installation; an App's always have one.
    const payload = { installation: { id: 7 }, ...example };
    expect(readDelivery({ id: 'd-1', event: name, payload }).kind).not.toBe('unreadable');
  });

  it('has seen each of its events among the recorded deliveries', () => {
    expect(new Set(handled.map(({ name }) => name))).toEqual(new Set(handledEvents));
  });

  it.each([
    ['pull_request', ['opened', 'reopened', 'synchronize', 'edited', 'labeled', 'unlabeled', 'ready_for_review', 'converted_to_draft', 'closed']],
    ['pull_request', ['review_requested', 'review_request_removed', 'assigned', 'unassigned']],
    ['pull_request_review', ['submitted', 'edited', 'dismissed']],
    ['pull_request_review_comment', ['created', 'edited', 'deleted']],
  ])('looks at the pull request when a %s is %j', (event, actions) => {
    for (const action of actions) {
      expect(looksOf(event, { action, pull_request: { number: 3 } })).toEqual([{ kind: 'rfc', ...address, number: 3 }]);
    }
  });

  it.each([
    ['issues', ['opened', 'reopened', 'edited', 'labeled', 'unlabeled', 'closed', 'assigned', 'unassigned', 'transferred', 'deleted']],
    ['issue_comment', ['created', 'edited', 'deleted']],
  ])('looks at the issue when an %s is %j', (event, actions) => {
    for (const action of actions) {
      expect(looksOf(event, { action, issue: { number: 3 } })).toEqual([{ kind: 'rfc', ...address, number: 3 }]);
    }
  });

  it.each([
    ['merge_group', { action: 'checks_requested', merge_group: { head_sha: 'abc' } }, { kind: 'merge-group', ...address, sha: 'abc' }],
    ['check_suite', { action: 'rerequested', check_suite: { head_sha: 'abc', head_branch: 'topic' } }, { kind: 'commit', ...address, sha: 'abc' }],
    [
      'check_suite',
      { action: 'rerequested', check_suite: { head_sha: 'abc', head_branch: 'gh-readonly-queue/main/pr-3-def' } },
      { kind: 'merge-group', ...address, sha: 'abc' },
    ],
    ['installation', { action: 'created' }, { kind: 'installation', installation: 7, withRefused: true }],
    ['installation', { action: 'unsuspend' }, { kind: 'installation', installation: 7, withRefused: true }],
    ['installation', { action: 'new_permissions_accepted' }, { kind: 'installation', installation: 7, withRefused: true }],
    ['repository', { action: 'renamed' }, { kind: 'repository', ...address }],
    ['repository', { action: 'unarchived' }, { kind: 'repository', ...address }],
    ['repository', { action: 'edited', changes: { default_branch: { from: 'master' } } }, { kind: 'repository', ...address }],
  ])('turns %s %j into its key', (event, payload, key) => {
    expect(looksOf(event, payload)).toEqual([key]);
  });

  it('sweeps every repository that an installation gains', () => {
    const repositories_added = [{ full_name: 'acme/rfcs' }, { full_name: 'acme/plans' }];
    expect(looksOf('installation_repositories', { action: 'added', repositories_added })).toEqual([
      { kind: 'repository', ...address },
      { kind: 'repository', ...address, repo: 'plans' },
    ]);
  });

  it.each([
    ['pull_request', { action: 'locked', pull_request: { number: 3 } }],
    ['merge_group', { action: 'destroyed', merge_group: { head_sha: 'abc' } }],
    ['installation', { action: 'deleted' }],
    ['installation', { action: 'suspend' }],
    ['installation_repositories', { action: 'removed', repositories_added: [] }],
    ['repository', { action: 'edited', changes: { description: { from: null } } }],
    ['check_run', { action: 'created', check_run: { head_sha: 'abc', external_id: 'rfc-3-x', pull_requests: [] } }],
    ['check_suite', { action: 'completed', check_suite: { head_sha: 'abc' } }],
    ['star', { action: 'created' }],
    ['constructor', {}],
  ])('ignores %s %j', (event, payload) => {
    expect(read(event, payload).kind).toBe('ignored');
  });

  it.each([
    ['pull_request', { action: 'opened', pull_request: { number: 'three' } }, 'pull_request.number'],
    ['issues', { action: 'opened' }, 'issue'],
    ['issues', { action: 'opened', issue: { number: 3 }, installation: null }, 'installation'],
    ['issues', { issue: { number: 3 } }, 'action'],
    ['installation_repositories', { action: 'added', repositories_added: [{ full_name: 'no-owner' }] }, 'repositories_added[0].full_name'],
  ])('says what is wrong with %s %j, without repeating it', (event, payload, path) => {
    const result = read(event, payload);
    expect(result).toMatchObject({ kind: 'unreadable', mistake: expect.stringContaining(path) });
    expect(JSON.stringify(result)).not.toMatch(/three|no-owner/);
  });

  it('never throws, whatever the payload', () => {
    fc.assert(
      fc.property(fc.constantFrom(...handledEvents, '__proto__'), fc.anything(), (event, payload) => {
        expect(['trigger', 'ignored', 'unreadable']).toContain(readDelivery({ id: 'd-1', event, payload }).kind);
      }),
    );
  });
});

describe('clicks on check runs', () => {
  const run = { head_sha: 'abc', external_id: 'rfc-12-0f', pull_requests: [] };
  const rfc = { kind: 'rfc', ...address, number: 12 };
  const click = { id: 'd-1', owner: 'acme', repo: 'rfcs', number: 12, sha: 'abc' };

  it('run the checks again', () => {
    expect(read('check_run', { action: 'rerequested', check_run: run })).toEqual({
      kind: 'trigger',
      trigger: { looks: [rfc], clicks: [{ ...click, kind: 'rerun' }] },
    });
  });

  it('insert what is missing', () => {
    const payload = { action: 'requested_action', requested_action: { identifier: 'insert-missing' }, check_run: run };
    expect(read('check_run', payload)).toEqual({ kind: 'trigger', trigger: { looks: [rfc], clicks: [{ ...click, kind: 'insert-missing' }] } });
  });

  it.each(['take-dri', 'own-decision'])('take a role with %s, for whoever clicked', (identifier) => {
    const payload = { action: 'requested_action', requested_action: { identifier }, check_run: run, sender: { id: 7, login: 'bob', type: 'User' } };
    expect(read('check_run', payload)).toEqual({ kind: 'trigger', trigger: { looks: [rfc], clicks: [{ ...click, kind: identifier, by: { id: 7, login: 'bob' } }] } });
    expect(read('check_run', { ...payload, sender: { ...payload.sender, type: 'Bot' } }).kind).toBe('ignored');
    expect(read('check_run', { ...payload, sender: undefined }).kind).toBe('ignored');
  });

  it.each(['format-disk', 'toString', ''])('do nothing on the unknown button %j', (identifier) => {
    expect(read('check_run', { action: 'requested_action', requested_action: { identifier }, check_run: run }).kind).toBe('ignored');
  });

  it('find the pull requests that GitHub lists where the run does not say', () => {
    const check_run = { ...run, external_id: '', pull_requests: [{ number: 4 }, { number: 5 }] };
    const result = read('check_run', { action: 'rerequested', check_run });
    expect(result).toMatchObject({ trigger: { looks: [{ number: 4 }, { number: 5 }], clicks: [{ id: 'd-1#4' }, { id: 'd-1#5' }] } });
  });

  it.each(['rfc-0-x', 'rfc-12', 'rfc-1e3-x', 'other', null])('leave it to the commit where the run says %j and GitHub nothing', (external_id) => {
    expect(looksOf('check_run', { action: 'rerequested', check_run: { ...run, external_id } })).toEqual([{ kind: 'commit', ...address, sha: 'abc' }]);
  });

  it.each([
    ['a suite', 'check_suite', { check_suite: { head_sha: 'abc', head_branch: 'topic' } }],
    ['the suite of a merge group', 'check_suite', { check_suite: { head_sha: 'abc', head_branch: 'gh-readonly-queue/main/pr-3-def' } }],
    ['the run of a merge group', 'check_run', { check_run: { ...run, external_id: 'group-0f' } }],
    ['a run that names no RFC', 'check_run', { check_run: { ...run, external_id: null } }],
  ])('of %s are kept on the commit', (_, event, payload) => {
    expect(read(event, { action: 'rerequested', ...payload })).toMatchObject({ trigger: { clicks: [{ ...click, number: 0, kind: 'rerun' }] } });
  });

  it('look at the merge group whose run it is', () => {
    expect(looksOf('check_run', { action: 'rerequested', check_run: { ...run, external_id: 'group-0f' } })).toEqual([
      { kind: 'merge-group', ...address, sha: 'abc' },
    ]);
  });
});

describe('pushes', () => {
  const touching = { added: [], modified: ['.github/unpause.yml'], removed: [] };
  const other = { added: ['README.md'], modified: [], removed: [] };
  const push = { ref: 'refs/heads/main', forced: false, created: false, commits: [other, touching] };
  const sweep = [{ kind: 'repository', ...address }];

  it.each([
    ['one that changes the config', push],
    ['one that adds it', { ...push, commits: [{ ...other, added: ['.github/unpause.yml'] }] }],
    ['one that takes it away', { ...push, commits: [{ ...other, removed: ['.github/unpause.yml'] }] }],
    ['a forced one, which does not say what it took away', { ...push, forced: true, commits: [] }],
    ['one that makes the branch', { ...push, created: true, commits: [] }],
    ['one whose list of commits may be cut', { ...push, commits: Array.from({ length: 20 }, () => other) }],
  ])('sweep the repository after %s', (_case, payload) => {
    expect(looksOf('push', payload)).toEqual(sweep);
  });

  it.each([
    ['another file', { ...push, commits: [other] }],
    ['another branch', { ...push, ref: 'refs/heads/topic' }],
    ['a tag of the same name', { ...push, ref: 'refs/tags/main' }],
    ['a file of the same name elsewhere', { ...push, commits: [{ ...other, modified: ['docs/.github/unpause.yml'] }] }],
  ])('are ignored for %s', (_case, payload) => {
    expect(looksOf('push', payload)).toBe('ignored');
  });

  it("sweep the whole installation from the organisation's .github repository", () => {
    const repository = { ...where.repository, name: '.github' };
    expect(looksOf('push', { ...push, repository })).toEqual([{ kind: 'installation', installation: 7, withRefused: false }]);
  });
});

describe('app.yml', () => {
  const file: unknown = parse(readFileSync(new URL('../../app.yml', import.meta.url), 'utf8'));

  it('is what the setup registers', () => {
    expect(file).toEqual(commonManifest);
  });

  it('subscribes to the events that start a look, but for those that every App gets', () => {
    expect([...commonManifest.default_events, 'installation', 'installation_repositories'].sort()).toEqual(handledEvents);
  });

  it('leads deliveries to the path where they are taken', () => {
    const addresses = { webhookUrl: 'https://unpause.example/api/github/webhooks', redirectUrl: 'https://unpause.example/setup/registered', callbackUrl: 'https://unpause.example/sign-in/callback' };
    expect(appManifest('Acme RFCs', addresses)).toMatchObject({ name: 'Acme RFCs', hook_attributes: { url: addresses.webhookUrl, active: true } });
  });
});
