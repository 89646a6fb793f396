import { describe, expect, it } from '@jest/globals';
import type { FakeRepository, Tree } from '../support/github-server.ts';
import { decided, pullRequestPayload, undecided } from './payloads.ts';
import { runAction, type ActionResult, type ActionRun } from './run-action.ts';
import { useAction } from './use-action.ts';

const job = useAction();

const file = '.github/unpause.yml';

/** A pull request that adds one document; what the default branch and the pull request hold beside it. */
async function pullRequest(main: Tree, { head = {}, others = {}, ...run }: { head?: Tree; others?: Record<string, FakeRepository> } & Partial<ActionRun> = {}): Promise<ActionResult> {
  const feature = { ...main, 'rfcs/0001-cache.md': undecided, ...head };
  job.server.state = {
    repositories: { 'acme/rfcs': { commits: { main, feature }, pulls: { 7: { base: 'main', head: 'feature' } } }, ...others },
    users: { alice: { type: 'User' } },
    tokens: { 'job-token': [], 'app-token': ['acme/.github'] },
  };
  return await runAction({ built: job.built, event: 'pull_request', payload: pullRequestPayload(), apiUrl: job.server.url, ...run });
}

const lax = 'lint: { rules: { decision-owner-required: off } }\n';
const severe = 'lint: { rules: { decide-by: error } }\n';

describe('the config', () => {
  it('of the default branch holds', async () => {
    expect((await pullRequest({ [file]: severe })).outputs.errors).toBe('2');
  });

  it('of the pull request does not, neither in its commit nor in its checkout', async () => {
    const result = await pullRequest({ [file]: severe }, { head: { [file]: lax }, checkout: { [file]: lax, 'rfcs/0001-cache.md': undecided } });
    expect(result.outputs).toMatchObject({ errors: '2', conclusion: 'failure' });
  });

  it('that does not exist means the defaults, and the summary says so', async () => {
    const result = await pullRequest({});
    expect(result.outputs.errors).toBe('1');
    expect(result.summary).toContain('There is no .github/unpause.yml on the default branch');
    expect(result.commands.filter((line) => line.startsWith('::warning'))).toEqual([]);
  });

  it.each<[string, string[], string[]]>([
    ['tells the domain by a label', ['area/api'], ['decision-owner-required', 'decide-by', 'consulted']],
    ['finds no domain where no label tells it', [], ['decision-owner-required', 'decide-by', 'decision-domain']],
  ])('%s', async (_, labels, expected) => {
    const config = 'domains: { api: { when: { labels: area/api } } }\n';
    const { report } = await pullRequest({ [file]: config }, { payload: pullRequestPayload({ labels }) });
    expect(report?.results[0]?.findings.map(({ rule }) => rule)).toEqual(expected);
    expect(report?.results[0]?.findings[2]?.severity).toBe('warning');
  });

  it.each<[string, string[], string[]]>([
    ['tells the domain by any changed file', ['openapi/keys.yaml'], ['decision-owner-required', 'decide-by', 'consulted']],
    ['finds no domain where no changed file tells it', [], ['decision-owner-required', 'decide-by', 'decision-domain']],
  ])('%s', async (_, changed, expected) => {
    const config = "domains: { api: { when: { paths: ['openapi/**'] } } }\n";
    const { report } = await pullRequest({ [file]: config }, { head: Object.fromEntries(changed.map((path) => [path, 'x\n'])) });
    expect(report?.results[0]?.findings.map(({ rule }) => rule)).toEqual(expected);
    expect(report?.results[0]?.findings[2]?.severity).toBe('warning');
  });

  it('finds two domains that two documents of a pull request name', async () => {
    const config = 'domains: { api: {}, sec: {} }\n';
    const head = Object.fromEntries(['api', 'sec'].map((name) => [`rfcs/${name}.md`, `${decided}\n**Domain**: ${name}\n`]));
    const { report } = await pullRequest({ [file]: config }, { head });
    const found = report?.results.map(({ findings }) => findings.filter(({ message }) => message.startsWith('Unexpected 2 domains (api, sec) in the documents')).length);
    expect(found).toEqual([0, 1, 1]);
  });

  it('may lie elsewhere', async () => {
    expect((await pullRequest({ 'config/rfc.yml': severe }, { inputs: { config: 'config/rfc.yml' } })).outputs.errors).toBe('2');
  });

  it('that was named and does not exist is said', async () => {
    const result = await pullRequest({}, { inputs: { config: 'config/rfc.yml' } });
    expect(result.outputs.errors).toBe('1');
    expect(result.commands).toContainEqual('::warning title=Unpause::There is no config/rfc.yml on the default branch, so the built-in default applies.');
  });

  it('that cannot be read gives way to the defaults, also with a checkout, and says so', async () => {
    job.server.faults = [{ path: /\/contents\//, status: 403, message: 'Resource not accessible by integration' }];
    const result = await pullRequest({ [file]: severe }, { checkout: { [file]: severe } });
    expect(result.outputs.errors).toBe('1');
    expect(result.commands).toContainEqual(expect.stringMatching(/^::warning title=Unpause::The config on the default branch could not be read \(GET \S+ was answered with 403 \(Resource not accessible by integration\)\); the built-in default applies\.$/));
  });

  it('is asked for again after an outage', async () => {
    job.server.faults = [{ path: /\/contents\//, status: 502, times: 2 }];
    expect((await pullRequest({ [file]: severe })).outputs.errors).toBe('2');
  });

  it('of the checkout holds where there is no token and no pull request', async () => {
    const result = await pullRequest({}, { event: 'workflow_dispatch', payload: {}, inputs: { mode: 'lint', token: '' }, checkout: { [file]: severe, 'rfcs/0001-cache.md': undecided } });
    expect(result.outputs.errors).toBe('2');
    expect(result.summary).toContain('The config was read from the checkout');
  });
});

describe('an inherited config', () => {
  const shared = (text: string, parts: Partial<FakeRepository> = {}) => ({ 'acme/.github': { commits: { main: { [file]: text } }, ...parts } });

  it('is merged, deeply, under the own one', async () => {
    const own = '_extends: .github\nlint: { rules: { decision-owner-required: warning } }\n';
    const result = await pullRequest({ [file]: own }, { others: shared(severe) });
    expect(result.outputs).toMatchObject({ errors: '1', warnings: '1' });
  });

  it('of the organisation holds where there is no own one', async () => {
    expect((await pullRequest({}, { others: shared(severe) })).outputs.errors).toBe('2');
  });

  it('may inherit itself', async () => {
    const others = { ...shared('_extends: base:rules.yml\n'), 'acme/base': { commits: { main: { 'rules.yml': severe } } } };
    expect((await pullRequest({ [file]: '_extends: .github\n' }, { others })).outputs.errors).toBe('2');
  });

  it('in a circle ends, and is said', async () => {
    const result = await pullRequest({ [file]: '_extends: .github\n' }, { others: shared(`_extends: rfcs\n${severe}`) });
    expect(result.outputs.errors).toBe('2');
    expect(result.commands).toContainEqual(expect.stringMatching(/^::warning .*in a circle/));
  });

  it('that the token may not see is said', async () => {
    const own = { [file]: '_extends: .github\n' };
    const others = shared(severe, { private: true });
    const unseen = await pullRequest(own, { others });
    expect(unseen.outputs.errors).toBe('1');
    expect(unseen.commands).toContainEqual(expect.stringMatching(/^::warning .*extends acme\/\.github:\.github\/unpause\.yml, whose settings do not apply: there is no such file, or this token may not see it/));
    expect((await pullRequest(own, { others, inputs: { token: 'app-token' } })).outputs.errors).toBe('2');
  });
});

describe('a broken config', () => {
  const broken = 'label: RFC\nlabels: 3\nlint:\n  preset: unknown\n  rules: { decide-by: loud }\n';

  it('fails the job with every mistake at its place', async () => {
    const result = await pullRequest({ [file]: broken });
    const errors = result.commands.filter((line) => line.startsWith('::error'));
    expect(errors.map((line) => /file=([^,]+),line=(\d+)/.exec(line)?.slice(1))).toEqual([[file, '2'], [file, '4'], [file, '5']]);
    expect(errors.every((line) => /,col=\d+::Unexpected .*, expected /.test(line))).toBe(true);
    expect(result.outputs).toMatchObject({ conclusion: 'failure', errors: '3' });
    expect(result.status).toBe(1);
    expect(result.summary).toContain('Nothing in this change caused it');
  });

  it('fails it also where nothing else does', async () => {
    expect((await pullRequest({ [file]: broken }, { inputs: { 'fail-on': 'never', annotations: 'false' } })).status).toBe(1);
  });

  it('that is inherited is named', async () => {
    const result = await pullRequest({ [file]: '_extends: .github\n' }, { others: { 'acme/.github': { commits: { main: { [file]: 'preset: kep\n' } } } } });
    expect(result.commands.filter((line) => line.startsWith('::error'))).toEqual([expect.stringMatching(/^::error title=Unpause::acme\/\.github:\.github\/unpause\.yml, line 1: Unexpected/)]);
  });
});

describe('the preset kep', () => {
  const kep = { [file]: 'documents: ["keps/**/*.md"]\nlint: { preset: kep }\n' };
  const fields = 'title: Cache\napprovers:\n  - "@alice"\n';

  it('finds the fields beside a changed document without a checkout', async () => {
    const result = await pullRequest({ ...kep, 'keps/1/kep.yaml': fields }, { head: { 'keps/1/README.md': '# Cache\n' } });
    expect(result.report?.results.map(({ path }) => path).toSorted()).toEqual(['keps/1/README.md', 'keps/1/kep.yaml']);
    expect(result.outputs).toMatchObject({ errors: '0', 'decision-owner': 'alice' });
  });
});

describe('a document with an owner', () => {
  it('passes with the defaults', async () => {
    expect((await pullRequest({}, { head: { 'rfcs/0001-cache.md': decided } })).outputs).toMatchObject({ conclusion: 'success', 'decision-owner': 'alice' });
  });
});
