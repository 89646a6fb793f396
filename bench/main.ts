/**
 * `npm run bench [-- lint|server|web] [-- --quick] [-- --corpus DIR] [-- --case NAME]`: ours and its peers in one run, paired;
 * all benches unless one is named. Quote the ratios: times drift.
 * The corpus holds `documents/<source>/*.md` and `sources.json`, the preset of each source.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { benchAction } from './action-case.ts';
import { goal, heading } from './goals.ts';
import { benchInProcess } from './in-process.ts';
import { benchCorpus, benchOneDocument, benchTenThousand } from './lint-cases.ts';
import { installPeers } from './peers.ts';
import { benchServer, serverCases } from './server-bench.ts';
import { benchWeb } from './web-bench.ts';

const root = join(import.meta.dirname, '..');
const benches = ['lint', 'server', 'web'] as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    corpus: { type: 'string', default: join(root, '..', 'shared', 'corpus') },
    case: { type: 'string', multiple: true, default: [...serverCases] },
  },
});

function refuse(mistake: string): never {
  process.stderr.write(`${mistake}\n`);
  process.exit(2);
}

async function benchLint(corpus: string, isQuick: boolean): Promise<void> {
  if (!existsSync(join(corpus, 'sources.json'))) refuse(`No corpus at ${corpus}, expected documents/ and sources.json there: name it with --corpus`);
  const rounds = isQuick ? 3 : 9;
  const peers = installPeers();
  const folders = ['ethereum__EIPs', 'rust-lang__rfcs'].map((name) => join(corpus, 'documents', name));
  const [eips = '', rfcs = ''] = folders;
  benchOneDocument(peers, join(root, 'examples', 'rfcs', '0001-rotate-signing-keys.md'), isQuick ? 7 : 25);
  benchCorpus(peers, { name: 'EIPs', folder: eips, count: 949 }, rounds);
  benchCorpus(peers, { name: 'Rust RFCs', folder: rfcs, count: 648 }, rounds);
  benchTenThousand(peers, folders, isQuick ? 1 : 3);
  heading('In one process, warm, over the whole corpus');
  const speed = benchInProcess(corpus);
  goal('owner rules alone', speed.owner, { atLeast: 50, unit: ' MB/s' });
  goal('all default rules', speed.all, { atLeast: 25, unit: ' MB/s' });
  await benchAction(peers, isQuick ? 5 : 15);
}

const wanted = positionals.length === 0 ? benches : positionals;
const unknown = wanted.find((name) => !benches.some((bench) => bench === name)) ?? values.case.find((name) => !serverCases.includes(name));
if (unknown !== undefined) refuse(`Unexpected ${unknown}, expected one of ${benches.join(', ')}; with --case one of ${serverCases.join(', ')}`);
if (wanted.includes('lint')) await benchLint(resolve(values.corpus), values.quick);
if (wanted.includes('server')) await benchServer(values.case, values.quick);
if (wanted.includes('web')) await benchWeb(values.quick);
