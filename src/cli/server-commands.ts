/** The commands that run the App, as the command line knows them; what they do is loaded when one of them is run. */
import { Option, type Command } from 'commander';
import { UserError } from '../files/user-error.ts';
import type { RedeliverFlags } from './deliveries-command.ts';
import type { DemoFlags } from './demo-command.ts';
import type { SweepFlags } from './sweep-command.ts';

/** Loads the bundle of the server. */
export type LoadServer = () => Promise<typeof import('./server.ts')>;

export interface ServerCommandParts {
  loadServer: LoadServer;
  end: (status: number) => void;
}

const serveHelp = `
It is set up by environment variables; those of a Probot app mean the same here. The most important ones:
  APP_ID, PRIVATE_KEY or PRIVATE_KEY_PATH, WEBHOOK_SECRET
                      the App; without them a link in the log leads through registering one
  HOST, PORT          where to listen (127.0.0.1, 3000; port 0: any free one)
  PUBLIC_URL          where GitHub reaches this server
  WEBHOOK_PROXY_URL   a channel such as smee.io, where GitHub cannot reach it
  DATABASE_URL        a PostgreSQL; without it an embedded database in UNPAUSE_DATA_DIR (.unpause)
  UNPAUSE_ROLE        all, web or worker: several processes may share one PostgreSQL
  GITHUB_API_URL, GITHUB_URL
                      another GitHub than github.com
  WEBHOOK_SECRET_PREVIOUS
                      accepted too, while the secret is being changed
  LOG_LEVEL, LOG_FORMAT

It answers GitHub at /api/github/webhooks, and whoever runs it at /healthz, /readyz and /metrics.
SIGTERM and SIGINT end it once the looks in hand are finished; a second signal ends it at once.`;

const redeliverHelp = `
GitHub sends a delivery once, keeps it for three days, and sends it again only when asked. The next sweep heals
what was missed in any case; this is for those who do not want to wait.
WHEN is a date (2026-12-01), an instant (2026-12-01T09:00:00Z), or how long ago it was: 36h, 2d, 1 week.
It needs the App's variables, as \`unpause serve\` does.`;

const demoHelp = `
A GitHub of its own with example RFCs, five people, and a clock to turn; the App on an embedded database; and a page
that shows each thread as GitHub would, and lets you act on it. It listens on this machine alone, needs no account, and
keeps nothing: its folder is gone when it ends.
LOG_LEVEL says how much of the App's log is shown (error).`;

const sweepHelp = `
It needs no server: the record in each status comment is its memory. GITHUB_TOKEN is a workflow's token, or one of an
App's installation; with a person's token only --dry-run works. GITHUB_API_URL names another GitHub than github.com.
It stops at 600 requests, and says what is left. Where the App's server is at work, it steps back and says so.

Exit status: 0 done; 1 an RFC could not be looked at; 2 the command could not do its work.

Examples:
  unpause sweep --repo acme/rfcs --dry-run
  unpause sweep --repo acme/rfcs --format json`;

/** Adds `serve`, `sweep`, `deliveries` and `demo`. */
export function addServerCommands(program: Command, { loadServer, end }: ServerCommandParts): void {
  program
    .command('serve')
    .summary('run the App: webhooks, worker, web pages')
    .description('Runs the GitHub App: takes webhooks, looks at RFCs, and serves its web pages.')
    .addHelpText('after', serveHelp)
    .action(async () => {
      const { serve } = await loadServer();
      finish(await serve(process.env), end);
    });
  addSweep(program, { loadServer, end });
  program
    .command('demo')
    .summary('the whole product on this machine, with nothing to set up')
    .description('Runs the whole product against a GitHub of its own.')
    .option('--port <n>', 'where the page listens; any free port, unless given', '0')
    .option('--check', 'no page: tell one story, print what happens, and exit with 1 where it is not as told')
    .option('--no-open', 'print the address, and open no browser')
    .addHelpText('after', demoHelp)
    .action(async (flags: DemoFlags) => {
      const { demo } = await loadServer();
      const { mistakes, status } = await demo(flags, process.env);
      if (mistakes.length > 0) throw new UserError(mistakes);
      end(status);
    });
  const deliveries = program.command('deliveries').description("Look after GitHub's deliveries to the App.");
  deliveries
    .command('redeliver')
    .summary('have GitHub send again what never arrived')
    .description('Has GitHub send again the deliveries of which no attempt has arrived.')
    .option('--since <when>', 'how far to look back', '3d')
    .option('--dry-run', 'say what would be sent again, and ask for nothing')
    .addHelpText('after', redeliverHelp)
    .action(async (flags: RedeliverFlags) => {
      const { redeliver } = await loadServer();
      finish(await redeliver(flags, process.env), end);
    });
}

function addSweep(program: Command, { loadServer, end }: ServerCommandParts): void {
  program
    .command('sweep')
    .summary('one look at every open RFC of a repository, with no server')
    .description('Looks once at every open RFC of a repository: nudges, asks, answers commands, keeps the status comment.')
    .requiredOption('--repo <owner/name>', 'the repository')
    .option('--dry-run', 'print each plan with its reason, and write nothing')
    .addOption(new Option('--format <format>', 'how the report is written').choices(['text', 'json']).default('text'))
    .addHelpText('after', sweepHelp)
    .action(async (flags: SweepFlags) => {
      const { sweep } = await loadServer();
      const { mistakes, status } = await sweep(flags, process.env);
      if (mistakes.length > 0) throw new UserError(mistakes);
      end(status);
    });
}

function finish(mistakes: readonly string[], end: (status: number) => void): void {
  if (mistakes.length > 0) throw new UserError(mistakes);
  end(0);
}
