import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder } from '../../src/store/folder-lock.ts';
import { newFolder } from '../support/databases.ts';

/** A process that locks a folder and stays. */
async function holdElsewhere(folder: string): Promise<ChildProcess> {
  const module = new URL('../../src/store/folder-lock.ts', import.meta.url).href;
  const script = `import { lockFolder } from '${module}'; await lockFolder(process.argv[1]); console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

describe('lockFolder', () => {
  let folder: string;
  beforeEach(() => {
    folder = join(newFolder(), 'data');
  });

  it('makes the folder, and gives it to one at a time', async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(`${folder} is in use by another Unpause (process ${process.pid} on `);
    lock.release();
    (await lockFolder(folder)).release();
  });

  it('says which process has it and what to do, and has it once that process is killed', async () => {
    const child = await holdElsewhere(folder);
    const refusal = await lockFolder(folder).then(String, String);
    expect(refusal).toContain(`process ${child.pid} on `);
    expect(refusal).toContain('UNPAUSE_DATA_DIR');
    expect(refusal).toContain('DATABASE_URL');
    child.kill('SIGKILL');
    await once(child, 'exit');
    (await lockFolder(folder)).release();
  });

  it('says so where the folder cannot be locked at all', async () => {
    mkdirSync(join(folder, 'lock'), { recursive: true });
    await expect(lockFolder(folder)).rejects.toThrow(`${folder} could not be locked`);
  });
});
