/** The stand-in for GitHub in a process of its own: a repository of RFCs, and an account of what was asked. */
import { commonManifest } from '../../src/app/app-manifest.ts';
import { startStandIn } from '../../src/demo/github/stand-in.ts';
import { answerParent, readOptions } from './answer-parent.ts';

export interface GitHubOptions {
  rfcs: number;
}

/** Where the App finds it, and as whom. */
export interface GitHubPlace {
  apiUrl: string;
  appId: number;
  privateKey: string;
  installation: number;
}

/** Requests by what they are; a page is a further one of a list, a token is one of the App's own. */
export interface RequestCounts {
  /** Reads that are no page and no blob, and were answered in full. */
  reads: number;
  pages: number;
  blobs: number;
  /** Answered with 304: they cost nothing. */
  notModified: number;
  writes: number;
  tokens: number;
}

const owner = 'acme';
const repo = 'rfcs';

const { rfcs } = readOptions() as GitHubOptions;
const standIn = await startStandIn({ hourlyLimit: Number.MAX_SAFE_INTEGER });
const { world, apps } = standIn;
world.addUser(owner, { type: 'Organization' });
for (const login of ['alice', 'bob']) world.addUser(login);
world.addRepository({ owner, name: repo, files: { 'README.md': '# RFCs\n', '.github/unpause.yml': '' }, collaborators: { alice: 'admin', bob: 'write' } });
const { id: appId, privateKey } = apps.register({ name: 'Unpause', slug: 'unpause', webhookUrl: null, webhookSecret: 'none', permissions: commonManifest.default_permissions, events: commonManifest.default_events });
const { id: installation } = apps.install({ slug: 'unpause', account: owner, repositories: 'all' });
for (let number = 1; number <= rfcs; number += 1) openRfc(number);
let counted = 0;

/** Every second one names no owner. */
function openRfc(number: number): number {
  const branch = `rfc-${number}`;
  const person = number % 2 === 0 ? '**Decision Owner**: @alice\n\n' : '';
  const text = `# RFC ${number}: A decision\n\n${person}## Problem\n\n${'Something has to be decided, and nobody says by whom. '.repeat(150)}\n`;
  world.push({ repo: `${owner}/${repo}`, by: 'bob', branch, files: { [`rfcs/${number}.md`]: text } });
  const opened = world.openPullRequest({ repo: `${owner}/${repo}`, by: 'bob', title: `RFC ${number}`, head: branch });
  world.addLabels({ repo: `${owner}/${repo}`, by: 'bob', number: opened.number, labels: ['RFC'] });
  return opened.number;
}

function countRequests(): RequestCounts {
  const counts: RequestCounts = { reads: 0, pages: 0, blobs: 0, notModified: 0, writes: 0, tokens: 0 };
  for (const request of standIn.requests.slice(counted)) counts[kindOf(request)] += 1;
  counted = standIn.requests.length;
  return counts;
}

function kindOf({ method, template, query, isConditionalHit }: (typeof standIn.requests)[number]): keyof RequestCounts {
  if (template?.endsWith('/access_tokens') === true) return 'tokens';
  if (isConditionalHit) return 'notModified';
  if (method !== 'GET') return 'writes';
  if (Number(new URLSearchParams(query).get('page') ?? 1) > 1) return 'pages';
  return template?.includes('/git/blobs/') === true ? 'blobs' : 'reads';
}

function answer({ about }: { about: 'place' | 'requests' | 'one more' }): GitHubPlace | RequestCounts | number {
  if (standIn.unknownRequests.length > 0) throw new Error(`The stand-in has no such route: ${standIn.unknownRequests.join(', ')}`);
  switch (about) {
    case 'place':
      return { apiUrl: standIn.url, appId, privateKey, installation };
    case 'requests':
      return countRequests();
    case 'one more':
      return openRfc(rfcs + 1);
  }
}

answerParent(answer, standIn.close);
