import { setOutput } from '@actions/core';
import type { Report } from '../src/lint/report.ts';
import type { Outcome } from './outcome.ts';

/** Where the files for later steps are; empty where there is none. */
export interface ReportFiles {
  report: string;
  sarif: string;
}

/** A login, also of an enterprise's managed user; anything else a document says stays out of later steps' scripts. */
const login = /^[a-z\d](?:[a-z\d_-]{0,60})$/i;

/** Sets every output that `action.yml` names. */
export function setOutputs({ conclusion, report, obstacles }: Outcome, files: ReportFiles): void {
  setOutput('conclusion', conclusion);
  setOutput('errors', report.summary.errors + obstacles.length);
  setOutput('warnings', report.summary.warnings);
  setOutput('decision-owner', ownersOf(report).join(','));
  setOutput('report', files.report);
  setOutput('sarif-file', files.sarif);
  setOutput('log', '');
}

/** A job that could not do its work has failed; there is nothing to count. */
export function setFailureOutput(): void {
  setOutput('conclusion', 'failure');
}

/** Logins in the order of the documents, each once. They go into shell scripts, so nothing but logins does. */
function ownersOf({ results }: Report): string[] {
  const people = results.flatMap(({ decision }) => decision.owners.filter(({ team }) => !team));
  const logins = people.flatMap((owner) => (owner.login !== null && login.test(owner.login) ? [owner.login] : []));
  const same = (one: string) => (other: string) => one.toLowerCase() === other.toLowerCase();
  return logins.filter((name, index) => logins.findIndex(same(name)) === index);
}
