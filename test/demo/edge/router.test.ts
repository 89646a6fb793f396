import { describe, expect, it } from '@jest/globals';
import { createRouter } from '../../../src/demo/github/edge/router.ts';
import type { Route } from '../../../src/demo/github/route.ts';

const routes: Route[] = [
  'GET /repos/{owner}/{repo}',
  'GET /repos/{owner}/{repo}/contents/{path}',
  'GET /repos/{owner}/{repo}/commits/{ref}',
  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
  'GET /repos/{owner}/{repo}/compare/{basehead}',
  'GET /repos/{owner}/{repo}/git/matching-refs/{ref}',
  'GET /repos/{owner}/{repo}/issues/{issue_number}',
  'GET /repos/{owner}/{repo}/issues/comments',
  'PATCH /repos/{owner}/{repo}/labels/{name}',
].map((name) => {
  const [method = '', path = ''] = name.split(' ');
  return { method: method as Route['method'], path, permissions: [], handle: () => ({ status: 200 }) };
});

const find = createRouter(routes);

describe('createRouter', () => {
  it.each([
    ['GET /repos/acme/rfcs', '/repos/{owner}/{repo}', { owner: 'acme', repo: 'rfcs' }],
    ['GET /repos/acme/rfcs/contents/rfcs/1.md', '/repos/{owner}/{repo}/contents/{path}', { path: 'rfcs/1.md' }],
    ['GET /repos/acme/rfcs/contents/rfcs%2F1%20a.md', '/repos/{owner}/{repo}/contents/{path}', { path: 'rfcs/1 a.md' }],
    ['GET /repos/acme/rfcs/contents', '/repos/{owner}/{repo}/contents/{path}', { path: '' }],
    ['GET /repos/acme/rfcs/contents/', '/repos/{owner}/{repo}/contents/{path}', { path: '' }],
    ['GET /repos/acme/rfcs/commits/feature/x', '/repos/{owner}/{repo}/commits/{ref}', { ref: 'feature/x' }],
    ['GET /repos/acme/rfcs/commits/feature/x/check-runs', '/repos/{owner}/{repo}/commits/{ref}/check-runs', { ref: 'feature/x' }],
    ['GET /repos/acme/rfcs/compare/main...feature/x', '/repos/{owner}/{repo}/compare/{basehead}', { basehead: 'main...feature/x' }],
    ['GET /repos/acme/rfcs/git/matching-refs/heads/gh-readonly-queue/', '/repos/{owner}/{repo}/git/matching-refs/{ref}', { ref: 'heads/gh-readonly-queue/' }],
    ['GET /repos/acme/rfcs/issues/comments', '/repos/{owner}/{repo}/issues/comments', {}],
    ['GET /repos/acme/rfcs/issues/7', '/repos/{owner}/{repo}/issues/{issue_number}', { issue_number: '7' }],
    ['PATCH /repos/acme/rfcs/labels/needs%2Fowner', '/repos/{owner}/{repo}/labels/{name}', { name: 'needs/owner' }],
    ['PATCH /repos/acme/rfcs/labels/100%', '/repos/{owner}/{repo}/labels/{name}', { name: '100%' }],
  ])('finds the route of %s', (asked, path, params) => {
    const [method = '', pathname = ''] = asked.split(' ');
    const match = find(method, pathname);
    expect(match?.route.path).toBe(path);
    expect(match?.params).toMatchObject(params);
  });

  it.each(['POST /repos/acme/rfcs', 'GET /repos/acme', 'GET /gists', 'GET /repos/acme/rfcs/issues/7/more', 'GET /api/repos/acme/rfcs'])('knows no route for %s', (asked) => {
    const [method = '', pathname = ''] = asked.split(' ');
    expect(find(method, pathname)).toBeNull();
  });
});
