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

/** The documents of `folders`, copied over and over until there are `count`, in folders of five hundred. */
function copies(folders: readonly string[], count: number): string {
  const target = mkdtempSync(join(tmpdir(), 'unpause-bench-'));
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  for (let index = 0; index < count; index += 1) {
    const folder = join(target, String(Math.floor(index / 500)).padStart(2, '0'));
    if (index % 500 === 0) mkdirSync(folder);
    cpSync(files[index % files.length] ?? '', join(folder, `${index}.md`));
  }
  return target;
}

/** A corpus at the size that its project has; where the corpus at hand is a part of it, documents come again. */
export function benchCorpus(peers: string, { name, folder, count }: { name: string; folder: string; count: number }, rounds: number): void {
  heading(`${name}: ${count} documents, ${readdirSync(folder).length} of them different`);
  const target = copies([folder], count);
  const { markdownlint, remark, rumdl } = peersOn(peers, target);
  const rows = compare(ours(target), [markdownlint, remark, rumdl], rounds);
  rmSync(target, { recursive: true });
  table(rows);
  goal(`ratio to ${markdownlint.name}`, rows[1]?.ratio ?? Number.NaN, { atMost: 0.1 });
  goal(`ratio to ${rumdl.name}`, rows[3]?.ratio ?? Number.NaN, { atMost: 1 });
}

export function benchTenThousand(peers: string, folders: readonly string[], rounds: number): void {
  heading('10,000 documents');
  const target = copies(folders, 10_000);
  const { markdownlint, rumdl } = peersOn(peers, target);
  const rows = compare(ours(target), [markdownlint, rumdl], rounds);
  rmSync(target, { recursive: true });
  table(rows);
  goal(`ratio to ${markdownlint.name}`, rows[1]?.ratio ?? Number.NaN, { atMost: 0.05 });
  goal('ratio of memory', rows[1]?.memoryRatio ?? Number.NaN, { atMost: 0.5 });
}
