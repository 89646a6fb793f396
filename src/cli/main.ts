/** The edge of the command line: every mistake ends here as a line on standard error and an exit status. */
import { CommanderError } from 'commander';
import { createProgram } from './program.ts';
import type { LoadServer } from './server-commands.ts';
import { say, sayPlaced } from './standard-streams.ts';
import { PlacedMistakes, UserError } from '../files/user-error.ts';

const couldNot = 2;

/** Runs one command; the exit status is left in `process.exitCode`, so that pipes are written to their end. */
export async function main(argv: readonly string[], loadServer: LoadServer): Promise<void> {
  try {
    const program = createProgram((status) => {
      process.exitCode = status;
    }, loadServer);
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    process.exitCode = statusOf(error);
  }
}

function statusOf(error: unknown): number {
  // Help and version end with 0; what a mistyped command line lacks, commander has said through `configureOutput`.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : couldNot;
  if (error instanceof PlacedMistakes) error.lines.forEach(sayPlaced);
  else if (error instanceof UserError) error.lines.forEach(say);
  else say(internal(error));
  return couldNot;
}

function internal(error: unknown): string {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `stopped by a mistake of its own, sorry; please report it with this: ${detail.split('\n').map((line) => line.trim()).join(' | ')}`;
}
