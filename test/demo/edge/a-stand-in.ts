/** A stand-in with an organisation, two people, two repositories and an App, and short ways to ask it. */
import { createSign } from 'node:crypto';
import { createClock, type Clock } from '../../../src/demo/github/clock.ts';
import type { RegisteredApp } from '../../../src/demo/github/apps/apps.ts';
import { startStandIn, type StandIn, type StandInOptions } from '../../../src/demo/github/stand-in.ts';

export const permissions = { checks: 'write', contents: 'read', issues: 'write', members: 'read', merge_queues: 'read', pull_requests: 'write' };
export const events = ['check_run', 'check_suite', 'issue_comment', 'issues', 'merge_group', 'pull_request', 'pull_request_review', 'pull_request_review_comment', 'push', 'repository'];

export interface Stage {
  standIn: StandIn;
  clock: Clock;
  app: RegisteredApp;
}

export interface StageOptions extends StandInOptions {
  webhookUrl?: string;
}

export const webhookSecret = 'a secret of webhooks';

const started: StandIn[] = [];

/** For `afterAll` or `afterEach`: a test that fails leaves none behind. */
export async function closeStages(): Promise<void> {
  for (const standIn of started.splice(0)) await standIn.close();
}

export async function startStage({ webhookUrl, ...options }: StageOptions = {}): Promise<Stage> {
  const clock = options.clock ?? createClock(new Date('2026-11-23T09:00:00Z'), { frozen: true });
  const standIn = await startStandIn({ ...options, clock });
  started.push(standIn);
  const { world } = standIn;
  world.addUser('acme', { type: 'Organization' });
  world.addUser('alice');
  world.addUser('bob');
  world.addRepository({ owner: 'acme', name: 'rfcs', files: { 'README.md': '# RFCs\n' }, collaborators: { alice: 'write' } });
  world.addRepository({ owner: 'acme', name: 'secrets', files: { 'README.md': '# Secrets\n' }, isPrivate: true });
  const app = standIn.apps.register({ slug: 'unpause', name: 'Unpause', webhookUrl: webhookUrl ?? null, webhookSecret, permissions, events });
  return { standIn, clock, app };
}

/** An App's JSON Web Token; the claims can be set otherwise. */
export function jsonWebToken({ id, privateKey }: Pick<RegisteredApp, 'id' | 'privateKey'>, claims: object = {}): string {
  const now = Math.floor(Date.now() / 1000);
  const part = (data: object) => Buffer.from(JSON.stringify(data)).toString('base64url');
  const signed = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ iss: id, iat: now - 30, exp: now + 540, ...claims })}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
}

export interface Asking {
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
  text: string;
}

/** `ask(standIn, 'GET /app', { token })`; redirects are not followed. */
export async function ask({ url }: { url: string }, asked: string, { token, body, headers = {} }: Asking = {}): Promise<Answer> {
  const [method = '', path = ''] = asked.split(' ');
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(`${url}${path}`, { method, body: textOf(body), redirect: 'manual', headers: { ...authorization, ...headers } });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: isJson(response) && text !== '' ? JSON.parse(text) : undefined };
}

function textOf(body: unknown): string | null {
  if (body === undefined) return null;
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function isJson({ headers }: Response): boolean {
  return headers.get('content-type')?.includes('json') ?? false;
}

/** A token of the App's installation at an account. */
export async function installationToken({ standIn, app }: Pick<Stage, 'standIn' | 'app'>, installation: number, less?: object): Promise<string> {
  const { status, body, text } = await ask(standIn, `POST /app/installations/${installation}/access_tokens`, { token: jsonWebToken(app), body: less });
  if (status !== 201) throw new Error(`no token: ${text}`);
  return (body as { token: string }).token;
}

export function messageOf({ body }: Answer): string {
  return (body as { message: string }).message;
}
