/** The commands and options of `unpause`, each described once: parsing, help and suggestions come from here. */
import { existsSync } from 'node:fs';
import { Command, Option } from 'commander';
import { nearestWord } from '../config/nearest-word.ts';
import { reportFormats } from '../render/report/render-report.ts';
import type { DomainsFlags } from './domains-command.ts';
import { addLogCommands } from './log-commands.ts';
import { lintCommand } from './lint-command.ts';
import { type LintFlags, parseMaxWarnings } from './lint-flags.ts';
import { productVersion } from '../product-version.ts';
import { addServerCommands, type LoadServer } from './server-commands.ts';
import { printError, printOut, say } from './standard-streams.ts';

type End = (status: number) => void;

/** The program; a command's exit status is handed to `end`, and `loadServer` is asked for what runs the App. */
export function createProgram(end: End, loadServer: LoadServer): Command {
  const program = new Command('unpause')
    .description('Keeps RFC decisions moving: says who decides, and what is missing.')
    .version(productVersion, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help, or that of a command')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .configureHelp({ showGlobalOptions: false })
    .configureOutput({
      outputError: (text) => {
        say(oneLine(text));
      },
      writeErr: printError,
      writeOut: (text) => void printOut(text),
    })
    .showSuggestionAfterError(true)
    .addHelpText('after', programExamples);
  addLint(program, end);
  addRules(program, end);
  addInit(program, end);
  addConfig(program, end);
  addDomains(program, end);
  addServerCommands(program, { loadServer, end });
  addLogCommands(program, { loadServer, end });
  program.argument('[command]').allowExcessArguments().action((typed: string | undefined) => {
    if (typed === undefined) program.help({ error: true });
    else program.error(unknownCommand(typed, program));
  });
  return program;
}

const programExamples = `
Examples:
  unpause init                      start: a config, an RFC template and a workflow
  unpause lint                      lint the documents that the config names
  unpause lint rfcs/ --fix          mend what is certain, report the rest
  unpause explain decision-owner-single

Exit status: 0 no errors; 1 errors, or too many warnings; 2 the command could not do its work.`;

const lintExamples = `
A folder means every *.md and *.markdown beneath it; a path or glob after ! is left out.
The config is the nearest .github/unpause.yml between here and the repository's root.

Examples:
  unpause lint rfcs/ '!rfcs/archive/'
  unpause lint 'docs/**/*.md' --max-warnings 0
  unpause lint --format sarif --output unpause.sarif
  git show HEAD:rfcs/1.md | unpause lint --stdin --stdin-filename rfcs/1.md`;

function addLint(program: Command, end: End): void {
  program
    .command('lint')
    .summary('lint documents: who decides, and what is missing')
    .description('Lints documents and reports, for each, who decides and what is missing.')
    .argument('[paths...]', 'files, folders or globs (default: `documents` of the config)')
    .option('--config <file>', 'the config to use (default: .github/unpause.yml of the repository)')
    .addOption(new Option('--format <format>', 'how the report is written').choices(reportFormats).default('stylish'))
    .option('--output <file>', 'write the report to a file instead of standard output')
    .option('--fix', 'mend the documents where it is certain how')
    .option('--fix-dry-run', 'report what --fix would leave, and write nothing')
    .option('--quiet', 'report errors only')
    .option('--max-warnings <n>', 'exit with 1 when there are more warnings', parseMaxWarnings)
    .option('--stdin', 'lint the text on standard input')
    .option('--stdin-filename <name>', 'the path that the text on standard input stands for')
    .option('--cache', 'keep results, and lint only what has changed')
    .option('--cache-location <file>', 'where to keep them', '.unpausecache')
    .option('--color', 'colours also where the report goes to no terminal')
    .option('--no-color', 'no colours (or set NO_COLOR)')
    .option('--no-error-on-unmatched-pattern', 'a path or glob that matches nothing is no mistake')
    .addHelpText('after', lintExamples)
    .action(async (paths: string[], flags: LintFlags) => {
      end(await lintCommand(paths, flags));
    });
}

function addRules(program: Command, end: End): void {
  program
    .command('rules')
    .description('List the rules.')
    .addOption(new Option('--format <format>', 'how the list is written').choices(['table', 'json']).default('table'))
    .action(async ({ format }: { format: 'table' | 'json' }) => {
      const { rulesCommand } = await import('./rules-command.ts');
      await rulesCommand(format);
      end(0);
    });
  program
    .command('explain')
    .description("Print a rule's documentation.")
    .argument('<rule>', 'its id, as in `unpause rules`')
    .action(async (id: string) => {
      const { explainCommand } = await import('./explain-command.ts');
      await explainCommand(id);
      end(0);
    });
}

function addInit(program: Command, end: End): void {
  program
    .command('init')
    .description('Write .github/unpause.yml, an RFC template and a workflow; files that are there are left alone.')
    .option('--force', 'write them anew also where they are there')
    .action(async ({ force = false }: { force?: boolean }) => {
      const { initCommand } = await import('./init-command.ts');
      await initCommand(force);
      end(0);
    });
}

function addConfig(program: Command, end: End): void {
  const config = program.command('config').description('Check the config, or print what it may hold.');
  config
    .command('check')
    .description('Validate a config: line and column of each mistake.')
    .argument('[file]', 'the config (default: .github/unpause.yml of the repository)')
    .action(async (file: string | undefined) => {
      const { checkCommand } = await import('./config-command.ts');
      await checkCommand(file);
      end(0);
    });
  config
    .command('schema')
    .description('Print the JSON Schema of the config.')
    .action(async () => {
      const { schemaCommand } = await import('./config-command.ts');
      await schemaCommand();
      end(0);
    });
}

function addDomains(program: Command, end: End): void {
  program
    .command('domains')
    .description('Print who decides what: the domains of the config as a map.')
    .option('--config <file>', 'the config to use (default: .github/unpause.yml of the repository)')
    .addOption(new Option('--format <format>', 'how the map is written').choices(['md', 'json']).default('md'))
    .action(async (flags: DomainsFlags) => {
      const { domainsCommand } = await import('./domains-command.ts');
      await domainsCommand(flags);
      end(0);
    });
}

/** Commander's mistakes as every other line on standard error: what was seen, and what helps. */
function oneLine(text: string): string {
  const words = text.trim().replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
  return `${words.replace(/\.$/, '')}; see \`unpause --help\``;
}

function unknownCommand(typed: string, program: Command): string {
  const near = nearestWord(typed, program.commands.map((command) => command.name()));
  const meant = near ?? (existsSync(typed) ? `lint ${typed}` : null);
  return `unknown command '${typed}'${meant === null ? '' : `; did you mean \`unpause ${meant}\`?`}`;
}
