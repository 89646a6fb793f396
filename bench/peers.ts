/** Installs the peers into a folder of their own, outside the product's dependencies. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from './paired-runs.ts';

const source = join(import.meta.dirname, 'peers');
const folder = join(import.meta.dirname, '..', 'node_modules', '.cache', 'bench-peers');

/** The folder of the installed peers. */
export function installPeers(): string {
  if (!existsSync(join(folder, 'node_modules', 'markdownlint-cli2', 'package.json'))) {
    mkdirSync(folder, { recursive: true });
    cpSync(source, folder, { recursive: true });
    // No lockfile: it could not list the native packages of every platform on a registry that mirrors only some.
    execFileSync('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const config = { config: { default: false, MD043: { headings: ['*'] } }, noBanner: true, noProgress: true };
  writeFileSync(join(folder, 'md043.markdownlint-cli2.jsonc'), JSON.stringify(config));
  writeFileSync(join(folder, 'remark.json'), JSON.stringify({ plugins: ['remark-frontmatter', 'remark-gfm'] }));
  return folder;
}

/** The peers on a folder: markdownlint-cli2 with one rule, remark-cli with none, rumdl (native) with its own rules. */
export function peersOn(peers: string, target: string): Record<'markdownlint' | 'remark' | 'rumdl', Command> {
  const modules = join(peers, 'node_modules');
  const glob = target.endsWith('.md') ? target : `${target}/**/*.md`;
  const config = join(peers, 'md043.markdownlint-cli2.jsonc');
  return {
    markdownlint: { name: 'markdownlint-cli2 (MD043 only)', argv: [join(modules, 'markdownlint-cli2', 'markdownlint-cli2-bin.mjs'), '--config', config, glob] },
    remark: { name: 'remark-cli (no rule)', cwd: peers, argv: [join(modules, 'remark-cli', 'cli.js'), '--quiet', '--no-stdout', '--rc-path', 'remark.json', target] },
    rumdl: { name: 'rumdl (native, its default rules)', argv: [join(modules, '@rumdl', `cli-${process.platform}-${process.arch}`, 'rumdl'), 'check', '--no-cache', target] },
  };
}
