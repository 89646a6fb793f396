import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Exchange } from '../../../src/demo/github/edge/exchange.ts';
import { createContract } from '../../support/github-contract.ts';
import { Receiver } from './a-receiver.ts';
import { ask, closeStages, events, installationToken, jsonWebToken, permissions, startStage } from './a-stand-in.ts';

const contract = createContract();
const webhooks = createRequire(import.meta.url)('@octokit/webhooks-examples') as { name: string; examples: Record<string, unknown>[] }[];

/** A request that made a label, and what GitHub answers. */
function exchange(changes: Partial<Exchange> = {}): Exchange {
  return {
    id: 'A1',
    method: 'POST',
    path: '/repos/acme/rfcs/labels',
    query: '',
    template: '/repos/{owner}/{repo}/labels',
    params: { owner: 'acme', repo: 'rfcs' },
    caller: { kind: 'user', login: 'alice' },
    permission: null,
    status: 201,
    isConditionalHit: false,
    fault: null,
    requestBody: { name: 'RFC', color: '0e8a16' },
    answerBody: { id: 1, node_id: 'x', url: 'https://example.com/labels/RFC', name: 'RFC', description: null, color: '0e8a16', default: false },
    ...changes,
  };
}

const checkRun = { method: 'POST', template: '/repos/{owner}/{repo}/check-runs', path: '/repos/acme/rfcs/check-runs', fault: '502 after', status: 502 };
const annotation = { path: 'a.md', start_line: 1, end_line: 1, annotation_level: 'failure', message: 'm' };
const output = { title: 't', summary: 's', annotations: [annotation] };

describe('the contract with GitHub', () => {
  it('finds nothing wrong where nothing is', () => {
    expect(contract.check(exchange())).toEqual([]);
    expect(contract.check(exchange({ status: 404, answerBody: { message: 'Not Found', documentation_url: 'x', status: '404' } }))).toEqual([]);
  });

  it.each<[string, Partial<Exchange>, string]>([
    ['a route GitHub lacks', { template: '/repos/{owner}/{repo}/lables' }, 'POST /repos/{owner}/{repo}/lables: GitHub has no such route'],
    ['a field it lacks', { requestBody: { name: 'RFC', colour: 'x' } }, 'request: body: it must NOT have additional properties: "colour"'],
    ['a missing field', { requestBody: { color: '0e8a16' } }, "request: body: it must have required property 'name'"],
    ['no body', { requestBody: {} }, "request: body: it must have required property 'name'"],
    ['an unknown parameter', { query: 'pagesize=3' }, 'request: query: it must NOT have additional properties: "pagesize"'],
    ['a parameter out of its range', { method: 'GET', template: '/repos/{owner}/{repo}/issues', requestBody: {}, answerBody: [], status: 200, query: 'state=opened' }, 'request: query: state must be equal to one of the allowed values: ["open","closed","all"]'],
    ['a number that is none', { method: 'GET', template: '/repos/{owner}/{repo}/issues', requestBody: {}, answerBody: [], status: 200, query: 'page=two' }, 'request: query: page must be integer'],
    ['a body for a GET', { method: 'GET', answerBody: [], status: 200 }, 'request: body: unexpected, expected none'],
    ['an answer that lacks a field', { answerBody: { name: 'RFC' } }, "answer 201: it must have required property 'id'"],
    ['an answer of another type', { answerBody: { ...(exchange().answerBody as object), id: 'one' } }, 'answer 201: id must be integer'],
    ['an answer without its body', { answerBody: undefined }, 'answer 201: missing body'],
    ['a status GitHub never gives', { status: 200 }, 'answer 200: unexpected status, expected one of 201, 404, 422'],
    ['an unknown field deep inside', { ...checkRun, requestBody: { name: 'x', head_sha: 'y', output: { ...output, annotations: [annotation, { ...annotation, line: 7 }] } } }, 'request: body: output/annotations/* must NOT have additional properties: "line"'],
    ['a value deep inside', { ...checkRun, requestBody: { name: 'x', head_sha: 'y', output: { ...output, annotations: [{ ...annotation, annotation_level: 'error' }] } } }, 'must be equal to one of the allowed values: ["notice","warning","failure"]'],
    ['too many annotations', { ...checkRun, requestBody: { name: 'x', head_sha: 'y', output: { ...output, annotations: Array(51).fill(annotation) } } }, 'request: body: output/annotations must NOT have more than 50 items'],
  ])('sees %s', (_, changes, problem) => {
    expect(contract.check(exchange(changes)).join('\n')).toContain(problem);
  });

  it('asks of an answer no more than GitHub promises', () => {
    expect(contract.check(exchange({ answerBody: { ...(exchange().answerBody as object), extra: 1 } }))).toEqual([]);
    expect(contract.check(exchange({ fault: '502 before', status: 502, answerBody: { message: 'Server Error' } }))).toEqual([]);
    expect(contract.check(exchange({ fault: 'reset after', status: null, answerBody: undefined }))).toEqual([]);
    expect(contract.check(exchange({ requestBody: { nothing: 1 }, status: 422, answerBody: { message: 'Validation Failed', documentation_url: 'x', errors: [{ resource: 'Label', code: 'missing_field', field: 'name' }] } }))).toEqual([]);
  });

  it('tells the nearest of several alternatives', () => {
    const labeled = { id: 1, node_id: 'x', url: 'https://example.com', event: 'labeled', commit_id: null, commit_url: null, created_at: '2026-11-23T09:00:00Z', label: { name: 'RFC', color: 'x' }, performed_via_github_app: null };
    const timeline = { method: 'GET', template: '/repos/{owner}/{repo}/issues/{issue_number}/timeline', params: { owner: 'acme', repo: 'rfcs', issue_number: '7' }, requestBody: {}, status: 200, answerBody: [labeled] };
    expect(contract.check(exchange(timeline)).join('\n')).toContain("must have required property 'actor'");
  });

  it("passes GitHub's own examples of webhooks, and sees what is missing", () => {
    const examples = webhooks.filter(({ name }) => name === 'check_run').flatMap((event) => event.examples);
    const created = examples.filter(({ action }) => action === 'created');
    expect(created.length).toBeGreaterThan(0);
    expect(created.flatMap((payload) => contract.checkDelivery('check_run', payload))).toEqual([]);
    const broken = { ...created[0], check_run: { ...(created[0]?.check_run as object), conclusion: 'fine' } };
    expect(contract.checkDelivery('check_run', broken).join('\n')).toContain('webhook check_run created: check_run/conclusion must be equal to one of the allowed values');
    expect(contract.checkDelivery('pull_request', { action: 'merged' })).toEqual([expect.stringContaining('webhook pull_request merged: GitHub has no such event')]);
  });

  it('reports everything at once, each thing once', () => {
    const own = createContract();
    own.assertClean();
    own.onExchange(exchange({ status: 200 }));
    own.onExchange(exchange({ status: 200 }));
    own.onDelivery('pull_request', { action: 'merged' });
    expect(own.checked()).toBe(3);
    expect(() => {
      own.assertClean();
    }).toThrow(/^2 differences from GitHub's description:\n {2}POST .*unexpected status.* \(2 times\)\n {2}webhook pull_request merged/);
  });
});

describe('what the stand-in says of Apps', () => {
  const own = createContract();
  let receiver: Receiver;

  beforeAll(async () => {
    receiver = await Receiver.start();
  });

  afterAll(async () => {
    await closeStages();
    await receiver.stop();
  });

  it('is what GitHub says', async () => {
    const stage = await startStage({ ...own, webhookUrl: receiver.url });
    const { standIn, app } = stage;
    const place = { slug: 'unpause', account: 'acme' };
    const { id } = standIn.apps.install({ ...place, repositories: ['rfcs'] });
    standIn.apps.addRepositories({ ...place, repositories: ['secrets'] });
    standIn.apps.removeRepositories({ ...place, repositories: ['secrets'] });
    const token = await installationToken(stage, id, { repositories: ['rfcs'], permissions: { issues: 'write' } });
    for (const path of ['/installation/repositories?per_page=1', '/meta', '/rate_limit', '/repos/acme/secrets']) await ask(standIn, `GET ${path}`, { token });
    await standIn.deliveries.settled();
    const jwt = jsonWebToken(app);
    const first = standIn.deliveries.log[0]?.id;
    const asked = ['/app', '/app/installations', `/app/installations/${id}`, '/repos/acme/rfcs/installation', '/app/hook/deliveries?per_page=1', `/app/hook/deliveries/${first}`];
    for (const path of asked) await ask(standIn, `GET ${path}`, { token: jwt });
    await ask(standIn, `POST /app/hook/deliveries/${first}/attempts`, { token: jwt });
    const manifest = { name: 'New', url: 'https://example.com', redirect_url: 'https://example.com', hook_attributes: { url: receiver.url }, default_permissions: permissions, default_events: events };
    const { headers } = await ask(standIn, 'POST /settings/apps/new', { body: new URLSearchParams({ manifest: JSON.stringify(manifest) }).toString() });
    const code = new URL(headers.get('location') ?? '').searchParams.get('code');
    expect((await ask(standIn, `POST /app-manifests/${code}/conversions`)).status).toBe(201);
    standIn.apps.uninstall(place);
    await standIn.deliveries.settled();
    expect(standIn.crashes).toEqual([]);
    own.assertClean();
    expect(own.checked()).toBeGreaterThan(15);
  });
});
