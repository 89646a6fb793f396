import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { shownPath } from '../files/collect-documents.ts';
import { lookAround } from './find-config.ts';
import { starterFiles } from './starter-files.ts';
import { printOut } from './standard-streams.ts';
import { reasonOf, UserError } from '../files/user-error.ts';

/**
 * `unpause init`: writes the starter files at the repository's root, where GitHub looks for them. What is there
 * already is somebody's work and is left alone, unless `force` says otherwise.
 */
export async function initCommand(force: boolean): Promise<void> {
  const workingDirectory = process.cwd();
  const { root } = lookAround(workingDirectory);
  for (const { path, text, about } of starterFiles) {
    const file = join(root, path);
    const shown = shownPath(file, workingDirectory);
    const written = writeStarter(file, shown, { text, force });
    await printOut(written ? `wrote       ${shown}  ${about}\n` : `left alone  ${shown}  is there already; --force writes it anew\n`);
  }
  await printOut(`\n${nextSteps}`);
}

const nextSteps = `Next: look through the three files and commit them; then copy the template for the first RFC,
name its Decision Owner, and see what \`unpause lint\` says. The template itself is not linted.
`;

/** False where the file was there already. */
function writeStarter(file: string, shown: string, { text, force }: { text: string; force: boolean }): boolean {
  if (!force && existsSync(file)) return false;
  try {
    mkdirSync(dirname(file), { recursive: true });
    // Also between the look and the write, nobody's file is overwritten.
    writeFileSync(file, text, { flag: force ? 'w' : 'wx' });
    return true;
  } catch (error) {
    throw new UserError(`${shown}: cannot be written (${reasonOf(error)}); make room for it, and run init again`, { cause: error });
  }
}
