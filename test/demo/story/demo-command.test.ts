import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const root = resolve(import.meta.dirname, '..', '..', '..');
/** The whole story on a machine that is busy with other tests; by itself it takes half a minute. In milliseconds. */
const storyTime = 300_000;
let folder: string;
let running: ChildProcess | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unpause-test-'));
});
afterEach(() => {
  running?.kill('SIGKILL');
  running = null;
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the demo with a temporary folder of its own. */
function run(args: readonly string[]) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'scripts', 'demo.ts'), ...args], {
    env: { ...process.env, TMPDIR: folder, TMP: folder, TEMP: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running = child;
  return child;
}

async function ended(child: ReturnType<typeof run>): Promise<{ status: number; stdout: string; stderr: string }> {
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close') as Promise<[number]>]);
  return { status, stdout, stderr };
}

describe('unpause demo', () => {
  it('tells its story, and leaves nothing behind', async () => {
    const { status, stdout, stderr } = await ended(run(['--check']));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.split('\n').filter((line) => /^\d+\. /.test(line))).toEqual([
      '1. Nobody is named',
      '2. The button',
      '3. Somebody decides',
      '4. An issue is an RFC, too',
      '5. From a fork',
      '6. A repository that never asked for it',
      '7. Time passes',
      '8. An RFC falls silent',
      '9. Somebody is asked to drive the next step',
      '10. Handed over, with a note',
      '11. Help to decide',
      '12. The decision',
      '13. Nobody has time',
      '14. Silence is consent',
      '15. An objection',
      '16. Nobody has a reason against it',
      '17. A principle does not fit any more',
    ]);
    expect(stdout.trimEnd().endsWith('Everything is as told.')).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  }, storyTime);

  it('serves its page until it is interrupted, and leaves nothing behind', async () => {
    const child = run(['--no-open']);
    const url = await new Promise<string>((found) => {
      let said = '';
      child.stdout.on('data', (data: Buffer) => {
        said += data.toString();
        const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
        if (address !== undefined) found(address);
      });
    });
    const page = await fetch(url);
    expect([page.status, (await page.text()).includes('Upgrade PostgreSQL to 18')]).toEqual([200, true]);
    const stream = await fetch(`${url}/events`);
    child.kill('SIGINT');
    const [status] = (await once(child, 'close')) as [number];
    await stream.body?.cancel();
    expect(status).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves nothing behind where it is interrupted while it starts', async () => {
    const child = run(['--no-open']);
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    expect(await ended(child)).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('ends where it is interrupted, and leaves nothing behind', async () => {
    const child = run(['--check']);
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    const { status, stderr } = await ended(child);
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'unpause: Unexpected SIGTERM, expected the story to be told to its end\n' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['--port=x', 'unpause: Unexpected `x` for --port, expected a whole number from 0 (any free one) to 65535\n'],
    ['--port=65536', 'unpause: Unexpected `65536` for --port, expected a whole number from 0 (any free one) to 65535\n'],
  ])('refuses %s', async (flag, line) => {
    expect(await ended(run(['--no-open', flag]))).toEqual({ status: 2, stdout: '', stderr: line });
  });
});
