import { describe, expect, it } from '@jest/globals';
import { pullRequestPayload } from './payloads.ts';
import { runAction } from './run-action.ts';
import { useAction } from './use-action.ts';
import { markdownNodes } from '../support/markdown-nodes.ts';

const job = useAction();

const attempts = [
  '::error::pwned',
  '::set-output name=conclusion::success',
  '::add-mask::e',
  '%0A::error::pwned',
  'x%0D%0A::stop-commands::pwned',
  '##[error]pwned',
  '##[add-mask]e',
  '\u001b[31mred\u001b[0m \u009b2J',
  'a\r::error::pwned',
  'a\u2028::error::pwned',
  '$(touch pwned); `touch pwned`',
];

const hostile = attempts.flatMap((text) => [
  `**Decision Owner**: ${text}`,
  '',
  `**Decide by**: ${text}`,
  '',
  `<!-- unpause-disable ${text.replaceAll('>', '')}: x -->`,
  '',
  text,
  '',
]).join('\n');

async function lintHostile(path: string, inputs: Record<string, string> = {}) {
  job.server.state = {
    repositories: { 'acme/rfcs': { commits: { main: {}, feature: { [path]: hostile } }, pulls: { 7: { base: 'main', head: 'feature', labels: ['RFC'], body: hostile } } } },
    tokens: { 'job-token': [] },
  };
  return await runAction({ built: job.built, event: 'pull_request', payload: pullRequestPayload(), apiUrl: job.server.url, inputs });
}

describe.each([
  ['a document', 'rfcs/0001-cache.md'],
  ['the path of a document', 'rfcs/a::error::b,file=x%0A::add-mask::e##[error]c.md'],
  ['the description of a pull request', 'src/main.ts'],
])('%s', (_what, path) => {
  it('gives the runner no command', async () => {
    const { commands, stdout } = await lintHostile(path);
    const ours = commands.filter((line) => !/^::(?:error|warning|notice) title=Unpause[^:]*::/.test(line));
    expect(ours).toEqual(['::add-mask::job-token']);
    expect(commands.join('\n')).not.toContain('##[');
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toContain('\u009b');
    expect(stdout.split('\n').join('')).not.toMatch(/[\r\u2028]/);
  });

  it('sets no output, and no text that a script could run', async () => {
    const { outputs } = await lintHostile(path);
    expect(Object.keys(outputs).toSorted()).toEqual(['conclusion', 'decision-owner', 'errors', 'log', 'report', 'sarif-file', 'warnings']);
    expect(outputs['decision-owner']).toMatch(/^[\w,-]*$/);
    expect(outputs.conclusion).toBe('failure');
  });

  it('puts no mark-up of its own into the summary', async () => {
    const { summary } = await lintHostile(path);
    expect(markdownNodes(summary).filter(({ type }) => type === 'html')).toEqual([]);
    expect(summary).not.toContain('\u001b');
  });
});

describe('the token', () => {
  it('is masked, and printed nowhere else', async () => {
    const { stdout, stderr, summary } = await lintHostile('rfcs/0001-cache.md');
    expect(stdout.split('job-token')).toHaveLength(2);
    expect(stdout).toContain('::add-mask::job-token');
    expect(stderr + summary).not.toContain('job-token');
  });
});
