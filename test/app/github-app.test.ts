import { afterEach, describe, expect, it } from '@jest/globals';
import { createGitHubApp } from '../../src/app/github-app.ts';
import { createLogger } from '../../src/app/log.ts';
import { aGitHub, type AnswerTo, type FakeGitHub } from './a-github.ts';
import { privateKey } from './a-process.ts';

let github: FakeGitHub;

afterEach(() => {
  github.close();
});

const comment = ['POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { owner: 'acme', repo: 'rfcs', issue_number: 3, body: 'Hello' }] as const;
const asked = 'POST /repos/acme/rfcs/issues/3/comments';

async function connect(answerTo: AnswerTo) {
  github = await aGitHub(answerTo);
  const requests: string[] = [];
  const app = createGitHubApp({
    credentials: { appId: 12, privateKey },
    apiUrl: github.url,
    log: await createLogger({ level: 'fatal', format: 'json' }),
    onRequest: ({ method, status }) => requests.push(`${method} ${status}`),
  });
  return { app, requests };
}

describe('createGitHubApp', () => {
  it('signs in as the App, and as an installation with a token of its own', async () => {
    const authorizations: (string | undefined)[] = [];
    const { app, requests } = await connect((question, request) => {
      if (question === 'GET /app' || question === asked) authorizations.push(request.headers.authorization);
      return question === asked ? { status: 201 } : null;
    });
    await (await app.asApp()).request('GET /app');
    await (await app.asInstallation(7)).request(...comment);
    expect(authorizations).toEqual([expect.stringMatching(/^bearer eyJ/), `token ${github.token}`]);
    // The token's own request is one too.
    expect(requests).toEqual(['GET 200', 'POST 201', 'POST 201']);
  });

  it('gives the same client for the same installation, and asks for its token once', async () => {
    const { app } = await connect((question) => (question === asked ? { status: 201 } : null));
    const [first, second] = await Promise.all([app.asInstallation(7), app.asInstallation(7)]);
    expect(first).toBe(second);
    expect(await app.asInstallation(8)).not.toBe(first);
    await first.request(...comment);
    await second.request(...comment);
    expect(github.asked.filter((question) => question.endsWith('access_tokens'))).toHaveLength(1);
  });

  it.each([500, 502, 429])('sends a write once, also when it is answered with %d', async (status) => {
    const { app } = await connect((question) => (question === asked ? { status, headers: { 'retry-after': '1' } } : null));
    await expect((await app.asInstallation(7)).request(...comment)).rejects.toMatchObject({ name: 'GitHubError' });
    expect(github.asked.filter((question) => question === asked)).toHaveLength(1);
  });
});
