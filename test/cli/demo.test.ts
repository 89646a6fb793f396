import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { repository } from '../support/run-cli.ts';

it('shows the report, the mended documents and the report after, and leaves nothing behind', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'unpause-demo-test-'));
  const environment = { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: temporary };
  const { status, stdout } = spawnSync(process.execPath, [join(repository, 'scripts', 'demo.ts')], { encoding: 'utf8', env: environment });
  const left = readdirSync(temporary);
  rmSync(temporary, { recursive: true });

  expect(status).toBe(0);
  expect(left).toEqual([]);
  expect(stdout).toContain('  + **Decision Owner**: @alice\n');
  expect(stdout.match(/^[✖•] \d+ findings in .*$/gm)).toHaveLength(2);
  expect(stdout).not.toContain('\u001b[');
});
