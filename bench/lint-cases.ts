/** The cases of the lint bench: one document, two corpora, ten thousand documents. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goal, heading, table } from './goals.ts';
import { compare, type Command } from './paired-runs.ts';
import { peersOn } from './peers.ts';

const bin = join(import.meta.dirname, '..', 'bin', 'unpause.js');

function ours(target: string): Command {
  return { name: 'unpause', argv: [bin, 'lint', '--no-color', target] };
}

/** One small RFC, start to finish. */
export function benchOneDocument(peers: string, document: string, rounds: number): void {
  heading('One document, whole process');
  const { markdownlint, remark } = peersOn(peers, document);
  const rows = compare(ours(document), [{ name: 'node -e 0', argv: [process.execPath, '-e', '0'] }, markdownlint, remark], rounds);
  table(rows);
  for (const row of rows.slice(2)) goal(`ratio to ${row.name}`, row.ratio, { atMost: 0.35 });
}

export function benchCorpus(peers: string, { name, folder }: { name: string; folder: string }, rounds: number): void {
  heading(`${name}: ${readdirSync(folder).length} documents`);
  const { markdownlint, remark, rumdl } = peersOn(peers, folder);
  const rows = compare(ours(folder), [markdownlint, remark, rumdl], rounds);
  table(rows);
  goal(`ratio to ${markdownlint.name}`, rows[1]?.ratio ?? Number.NaN, { atMost: 0.1 });
  goal(`ratio to ${rumdl.name}`, rows[3]?.ratio ?? Number.NaN, { atMost: 1 });
}

/** The documents of `folders`, copied until there are ten thousand. */
function tenThousand(folders: readonly string[]): string {
  const target = mkdtempSync(join(tmpdir(), 'unpause-bench-'));
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  for (let index = 0; index < 10_000; index += 1) {
    const folder = join(target, String(Math.floor(index / 500)).padStart(2, '0'));
    if (index % 500 === 0) mkdirSync(folder);
    cpSync(files[index % files.length] ?? '', join(folder, `${index}.md`));
  }
  return target;
}

export function benchTenThousand(peers: string, folders: readonly string[], rounds: number): void {
  heading('10,000 documents');
  const target = tenThousand(folders);
  const { markdownlint, rumdl } = peersOn(peers, target);
  const rows = compare(ours(target), [markdownlint, rumdl], rounds);
  rmSync(target, { recursive: true });
  table(rows);
  goal(`ratio to ${markdownlint.name}`, rows[1]?.ratio ?? Number.NaN, { atMost: 0.05 });
  goal('ratio of memory', rows[1]?.memoryRatio ?? Number.NaN, { atMost: 0.5 });
}
