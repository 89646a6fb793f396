/**
 * `npm run bench [-- --quick] [-- --corpus DIR]`: ours and its peers in one run, paired. Quote the ratios: times drift.
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

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, corpus: { type: 'string', default: join(root, '..', 'shared', 'corpus') } } });
const corpus = resolve(values.corpus);
if (!existsSync(join(corpus, 'sources.json'))) {
  process.stderr.write(`No corpus at ${corpus}, expected documents/ and sources.json there: name it with --corpus\n`);
  process.exit(2);
}

const rounds = values.quick ? 3 : 9;
const peers = installPeers();
const folders = ['ethereum__EIPs', 'rust-lang__rfcs'].map((name) => join(corpus, 'documents', name));
const [eips = '', rfcs = ''] = folders;
benchOneDocument(peers, join(root, 'examples', 'rfcs', '0001-rotate-signing-keys.md'), values.quick ? 7 : 25);
benchCorpus(peers, { name: 'EIPs', folder: eips, count: 949 }, rounds);
benchCorpus(peers, { name: 'Rust RFCs', folder: rfcs, count: 648 }, rounds);
benchTenThousand(peers, folders, values.quick ? 1 : 3);
heading('In one process, warm, over the whole corpus');
const speed = benchInProcess(corpus);
goal('owner rules alone', speed.owner, { atLeast: 50, unit: ' MB/s' });
goal('all default rules', speed.all, { atLeast: 25, unit: ' MB/s' });
await benchAction(peers, values.quick ? 5 : 15);
