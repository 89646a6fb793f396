/** A job that writes the decision log as a static site, for a later step to publish. */
import { resolve } from 'node:path';
import { setOutput } from '@actions/core';
import type { Job } from './event.ts';
import type { Inputs } from './inputs.ts';
import { JobError } from './job-error.ts';
import { printLog } from './workflow-commands.ts';

const usualFolder = 'decision-log';

/** Writes it, and returns the step's exit status. */
export async function logJob({ apiUrl, workspace, repository: { owner, name } }: Job, { token, output }: Inputs): Promise<number> {
  if (token === '') throw new JobError('Missing `token`, expected one for the log: it is made from what stands on GitHub. Leave the input out to use the token of the job.');
  const folder = resolve(workspace, output === '' ? usualFolder : output);
  const { writeLog } = await import('./loop.ts');
  const result = await writeLog({ token, apiUrl, owner, repo: name, folder });
  if (!result.ok) throw new JobError(result.lines);
  printLog(`${result.decisions} ${result.decisions === 1 ? 'decision' : 'decisions'} written to ${folder}\n`);
  const outputs = { conclusion: result.decisions === 0 ? 'neutral' : 'success', errors: 0, warnings: 0, 'decision-owner': '', report: '', 'sarif-file': '', log: folder };
  for (const [key, value] of Object.entries(outputs)) setOutput(key, value);
  return 0;
}
