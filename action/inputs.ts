import { getInput } from '@actions/core';
import { JobError } from './job-error.ts';

export const failOnChoices = ['error', 'warning', 'never'] as const;
export type FailOn = (typeof failOnChoices)[number];

/** What the workflow asked for. */
export interface Inputs {
  /** Empty: nothing is asked of GitHub. */
  token: string;
  /** `auto` goes by the event; `lint` lints whatever started the job; `sweep` looks at every open RFC; `log` writes the decision log. */
  mode: 'auto' | 'lint' | 'sweep' | 'log';
  /** Globs, files or folders; empty: the documents that changed. */
  paths: string[];
  /** Empty: `.github/unpause.yml`. */
  config: string;
  failOn: FailOn;
  /** Empty: no SARIF file. */
  sarifFile: string;
  /** The folder of the decision log; empty: `decision-log`. */
  output: string;
  annotations: boolean;
  summary: boolean;
}

/** Reads every input; all that cannot be understood is said at once. */
export function readInputs(): Inputs {
  const mistakes: string[] = [];
  const oneOf = <Choice extends string>(name: string, choices: readonly [Choice, ...Choice[]]): Choice => {
    const text = getInput(name).toLowerCase();
    const choice = choices.find((known) => known === text);
    if (choice === undefined && text !== '') mistakes.push(`Unexpected \`${name}: ${text}\`, expected one of ${choices.join(', ')}.`);
    return choice ?? choices[0];
  };
  const inputs: Inputs = {
    token: getInput('token'),
    mode: oneOf('mode', ['auto', 'lint', 'sweep', 'log']),
    paths: getInput('paths').split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== ''),
    config: getInput('config'),
    failOn: oneOf('fail-on', failOnChoices),
    sarifFile: getInput('sarif-file'),
    output: getInput('output'),
    annotations: oneOf('annotations', ['true', 'false']) === 'true',
    summary: oneOf('summary', ['true', 'false']) === 'true',
  };
  if (mistakes.length > 0) throw new JobError(mistakes);
  return inputs;
}
