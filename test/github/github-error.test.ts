import { describe, expect, it } from '@jest/globals';
import { GitHubError, orNull, readFailure, toGitHubError } from '../../src/github/github-error.ts';

describe('readFailure', () => {
  it('tells an answer from the lack of one', () => {
    const answered = Object.assign(new Error('x'), { status: 404, response: { headers: { 'X-A': 1 }, data: { message: 'Not Found' } } });
    expect(readFailure(answered)).toEqual({ status: 404, message: 'Not Found', headers: { 'x-a': '1' } });
    const failed = Object.assign(new Error('fetch failed', { cause: new Error('connect ECONNREFUSED') }), { status: 500 });
    expect(readFailure(failed)).toEqual({ status: null, message: 'fetch failed: connect ECONNREFUSED', headers: {} });
  });
});

describe('toGitHubError', () => {
  it.each([
    [403, {}, 'denied', '`contents: read`'],
    [403, { 'retry-after': '9' }, 'limited', 'when the limit is reset'],
    [404, {}, 'missing', 'the token may see it'],
    [500, {}, 'unavailable', 'in a few minutes'],
    [418, {}, 'unexpected', 'tell us'],
  ])('says for %i %j what helps next', (status, headers, kind, advice) => {
    const error = toGitHubError('GET /x', { status, headers, message: 'why' }, null);
    expect(error.kind).toBe(kind);
    expect(error.message).toContain(advice);
    expect(error.seen).toContain(`GET /x was answered with ${status} (why)`);
  });
});

describe('orNull', () => {
  it('is null for what is missing, and nothing else', async () => {
    expect(await orNull(Promise.resolve(1))).toBe(1);
    expect(await orNull(Promise.reject(new GitHubError('missing', 'GET /x')))).toBeNull();
    await expect(orNull(Promise.reject(new GitHubError('denied', 'GET /x')))).rejects.toThrow('GET /x');
  });
});
