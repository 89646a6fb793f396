import { describe, expect, it } from '@jest/globals';
import { costOf } from '../../src/github/request-cost.ts';

describe('costOf', () => {
  it.each([
    ['GET', '/repos/acme/rfcs/issues/1/comments', 'read'],
    ['POST', '/app/installations/1/access_tokens', 'read'],
    ['POST', '/repos/acme/rfcs/check-runs', 'write'],
    ['PATCH', '/repos/acme/rfcs/check-runs/5', 'write'],
    ['DELETE', '/repos/acme/rfcs/issues/comments/5', 'write'],
    ['POST', '/repos/acme/rfcs/issues/1/comments', 'content'],
    ['PATCH', '/repos/acme/rfcs/issues/comments/5', 'content'],
    ['POST', '/repos/acme/rfcs/pulls/1/comments', 'content'],
    ['POST', '/repos/acme/rfcs/labels', 'content'],
    ['POST', '/repos/acme/rfcs/issues', 'content'],
  ])('counts %s %s as %s', (method, path, cost) => {
    expect(costOf(method, `https://github.example/api/v3${path}`)).toBe(cost);
  });
});
