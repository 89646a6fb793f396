/** `unpause log` and what belongs to it, as the command line knows them. */
import { Option, type Command } from 'commander';
import { UserError } from '../files/user-error.ts';
import { logFormats } from '../render/log/log-formats.ts';
import type { ForgetFlags } from './forget-command.ts';
import type { LogFlags } from './log-command.ts';
import type { ServerCommandParts } from './server-commands.ts';

const logHelp = `
It is made anew from GitHub each time: from the record in each status comment, of RFCs that are open and of those that
are over. GITHUB_TOKEN is any token that may read the repository. GITHUB_API_URL names another GitHub than github.com.
html and madr write many files; --output names their folder.

Examples:
  unpause log --repo acme/rfcs > decisions.md
  unpause log --repo acme/rfcs --format html --output public
  unpause log check --repo acme/rfcs`;

const checkHelp = `
Each entry of the log keeps the hashes of the comments it rests on. This compares them with GitHub now, and says what
was edited or deleted since. With the App's PRIVATE_KEY (or PRIVATE_KEY_PATH) it also finds records that somebody else
wrote; with DATABASE_URL, what a server's log says otherwise.

Exit status: 0 all as it was; 1 something differs; 2 the command could not do its work.`;

const forgetHelp = `
It rewrites the database (the decision log and every way it ever read, copies of records, who drove what) and Unpause's
own comments: the record in them, and their words. What people wrote on GitHub is theirs, and it says so.
With the App's variables, as \`unpause serve\` has them, it reaches every repository that the App knows; stop a server
that keeps an embedded database first. Without, GITHUB_TOKEN is a token of the bot that keeps the status comments, and
--repo names the repository.

Exit status: 0 done; 1 a comment had to be left as it is; 2 the command could not do its work.

Examples:
  unpause forget @octocat --dry-run
  unpause forget @octocat --repo acme/rfcs`;

/** Adds `log`, `log check` and `forget`. */
export function addLogCommands(program: Command, { loadServer, end }: ServerCommandParts): void {
  program
    .command('forget')
    .summary('replace a person by “former participant”')
    .description('Replaces a person by “former participant” in the database, the log and the records.')
    .argument('<user>', 'their login')
    .option('--id <number>', "the account's number, where it is gone or has another name by now")
    .option('--repo <owner/name>', 'one repository alone')
    .option('--dry-run', 'say what would be rewritten, and write nothing')
    .addHelpText('after', forgetHelp)
    .action(async (user: string, flags: ForgetFlags) => {
      const { forget } = await loadServer();
      const { mistakes, status } = await forget(user, flags, process.env);
      finish(mistakes);
      end(status);
    });
  const log = program
    .command('log')
    .summary('the decision log of a repository')
    .description('Writes the decision log of a repository: who decided what, by which rule, and why.')
    .option('--repo <owner/name>', 'the repository')
    .addOption(new Option('--format <format>', 'how it is written').choices(logFormats).default('md'))
    .option('--output <path>', 'write it to this file, or folder, instead of standard output')
    .addHelpText('after', logHelp)
    .action(async (flags: LogFlags) => {
      const { log: run } = await loadServer();
      finish(await run(flags, process.env));
      end(0);
    });
  log
    .command('check')
    .summary('what was edited or deleted since')
    .description('Compares the sources of the decision log with GitHub as it is now.')
    .addHelpText('after', checkHelp)
    .action(async (_: unknown, command: Command) => {
      const { repo, format } = command.optsWithGlobals<{ repo?: string; format?: string }>();
      const { logCheck } = await loadServer();
      const { mistakes, status } = await logCheck({ ...(repo !== undefined && { repo }), format: format === 'json' ? 'json' : 'text' }, process.env);
      finish(mistakes);
      end(status);
    });
}

function finish(mistakes: readonly string[]): void {
  if (mistakes.length > 0) throw new UserError(mistakes);
}
