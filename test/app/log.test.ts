import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const source = resolve(import.meta.dirname, '../../src/app/log.ts');

/** What a process prints that says one thing at each of two levels. */
function printed(level: string, format: string): string[] {
  const script = `
    import { createLogger } from ${JSON.stringify(source)};
    const log = await createLogger(${JSON.stringify({ level, format })});
    log.info({ rfc: 'acme/rfcs#7' }, 'looked');
    log.warn({}, 'refused');
  `;
  const output = execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', script], { encoding: 'utf8' });
  return output.trimEnd().split('\n');
}

describe('createLogger', () => {
  it('prints a line of JSON for each message, with its name once', () => {
    const lines = printed('info', 'json');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { level: 30, name: 'unpause', rfc: 'acme/rfcs#7', msg: 'looked' },
      { level: 40, name: 'unpause', msg: 'refused' },
    ]);
    expect(lines.map((line) => line.match(/"name":/g)?.length)).toEqual([1, 1]);
  });

  it('prints what people read, and nothing below the level', () => {
    expect(printed('warn', 'pretty')).toEqual([expect.stringMatching(/WARN.*unpause.*refused/)]);
  });
});
