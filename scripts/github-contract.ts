/**
 * Makes the fixtures that the GitHub stand-in and our own requests are checked against: of GitHub's OpenAPI
 * description, what the stand-in's routes need; of its webhooks, the events we handle. The packages are far too large to
 * depend on, so they are installed elsewhere, once:
 *
 *     npm i --no-save --prefix /tmp/openapi @octokit/openapi@23.0.2 @octokit/openapi-webhooks@12.1.0
 *     node scripts/github-contract.ts /tmp/openapi
 *
 * Written with those two versions; the fixtures name theirs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startStandIn } from '../src/demo/github/stand-in.ts';
import type { OpenApi } from './github-contract/open-api.ts';
import { pickOperations } from './github-contract/operations.ts';
import { pickWebhooks } from './github-contract/webhooks.ts';

const events = [
  'check_run',
  'check_suite',
  'installation',
  'installation_repositories',
  'issue_comment',
  'issues',
  'label',
  'member',
  'merge_group',
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
  'push',
  'repository',
];

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Missing folder, expected the one where @octokit/openapi and @octokit/openapi-webhooks are installed');

const standIn = await startStandIn();
await standIn.close();

// GraphQL has a schema of its own.
const routes = standIn.routes.filter(({ path }) => path !== '/graphql');
const api = read('@octokit/openapi');
write('api.json', { source: api.source, ...pickOperations(api.description, routes) });
const hooks = read('@octokit/openapi-webhooks');
write('webhooks.json', { source: hooks.source, ...pickWebhooks(hooks.description, events) });

function read(name: string): { source: string; description: OpenApi } {
  const at = resolve(folder ?? '', 'node_modules', name);
  const { version } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8')) as { version: string };
  const description = JSON.parse(readFileSync(join(at, 'generated/api.github.com.json'), 'utf8')) as OpenApi;
  return { source: `${name} ${version}, api.github.com`, description };
}

function write(name: string, content: object): void {
  const text = `${JSON.stringify(content)}\n`;
  writeFileSync(join(import.meta.dirname, '../test/fixtures/github', name), text);
  console.log(`${name}: ${Math.round(text.length / 1000)} kB`);
}
