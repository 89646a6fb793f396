import { describe, expect, it } from '@jest/globals';
import { GitHubError, orNull, readFailure, toGitHubError } from '../../src/github/github-error.ts';

describe('readFailure', () => {
  it('tells an answer from the lack of one', () => {
    const answered = Object.assign(new Error('x'), { status: 404, response: { headers: { 'X-A': 1 }, data: { message: 'Not Found' } } });
    expect(readFailure(answered)).toEqual({ status: 404, message: 'Not Found', headers: { 'x-a': '1' } });
    const refused = Object.assign(new Error('x'), { status: 422, response: { headers: {}, data: { message: 'Validation Failed', errors: ['first', { resource: 'Label', code: 'already_exists', field: 'name' }, { message: 'own words' }, null] } } });
    expect(readFailure(refused).message).toBe('Validation Failed: first; Label name already_exists; own words');
    const failed = Object.assign(new Error('fetch failed', { cause: new Error('connect ECONNREFUSED') }), { status: 500 });
    expect(readFailure(failed)).toEqual({ status: null, message: 'fetch failed: connect ECONNREFUSED', headers: {} });
  });
});

describe('toGitHubError', () => {
  it.each([
    [403, {}, 'denied', '`contents: read`'],
    [403, { 'retry-after': '9' }, 'limited', 'when the limit is reset'],
    [403, {}, 'denied', 'accept the permissions'],
    [401, {}, 'unauthenticated', 'Check the token'],
    [451, {}, 'blocked', 'only its owner can settle that'],
    [404, {}, 'missing', 'the token may see it'],
    [410, {}, 'missing', 'the token may see it'],
    [500, {}, 'unavailable', 'in a few minutes'],
    [418, {}, 'unexpected', 'tell us'],
  ])('says for %i %j what helps next', (status, headers, kind, advice) => {
    const error = toGitHubError('GET /x', { status, headers, message: 'why' }, null);
    expect(error.kind).toBe(kind);
    expect(error.message).toContain(advice);
    expect(error.seen).toContain(`GET /x was answered with ${status} (why)`);
  });
});

describe('retryAt', () => {
  it.each([
    ['seconds', { 'retry-after': '9' }, 1_009_000],
    ['a reset', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1060' }, 1_060_000],
    ['a reset that has passed', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '900' }, 1_000_000],
    ['seconds before a reset', { 'retry-after': '9', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1060' }, 1_009_000],
    ['a reset of a limit that is not spent', { 'x-ratelimit-remaining': '7', 'x-ratelimit-reset': '2000' }, 1_060_000],
    ['something that is no number', { 'retry-after': 'soon' }, 1_060_000],
  ])('reads %s', (_case, headers, at) => {
    expect(toGitHubError('GET /x', { status: 429, headers, message: 'm' }, null, 1_000_000).retryAt).toEqual(new Date(at));
  });
});

describe('orNull', () => {
  it('is null for what is missing, and nothing else', async () => {
    expect(await orNull(Promise.resolve(1))).toBe(1);
    expect(await orNull(Promise.reject(new GitHubError('missing', 'GET /x')))).toBeNull();
    await expect(orNull(Promise.reject(new GitHubError('denied', 'GET /x')))).rejects.toThrow('GET /x');
  });
});
