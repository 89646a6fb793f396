import type { Config } from '../src/config/schema.ts';
import { hasLabel } from '../src/decision/standing.ts';
import type { GitHub } from '../src/github/client.ts';
import { GitHubError } from '../src/github/github-error.ts';
import { readPullRequest, type PullRequestText } from '../src/github/pull-request.ts';
import type { DocumentSource } from '../src/lint/document-source.ts';
import type { Job, Trigger } from './event.ts';

type PullRequest = Extract<Trigger, { kind: 'pull-request' }>;

/** How a report names the description of a pull request, which is no file. */
export function descriptionPath({ number }: PullRequest): string {
  return `pull request #${number}`;
}

/** The description of a pull request that carries the label and changes no document: then it is the document. */
export async function describedDocument({ trigger, repository }: Job, config: Config, github: GitHub | null): Promise<DocumentSource | null> {
  if (trigger.kind !== 'pull-request') return null;
  const { labels, body } = await currentText(trigger, repository, github);
  if (!hasLabel(labels, config.label)) return null;
  return { path: descriptionPath(trigger), text: body, labels };
}

/** A job that runs again is given the event of its first run, so GitHub is asked; where it does not answer, the event has to do. */
async function currentText(trigger: PullRequest, repository: Job['repository'], github: GitHub | null): Promise<PullRequestText> {
  if (!github) return trigger;
  try {
    return await readPullRequest(github, repository, trigger.number);
  } catch (error) {
    if (error instanceof GitHubError) return trigger;
    throw new Error(`while reading pull request #${trigger.number}`, { cause: error });
  }
}

/** Says why there was nothing to do, and what would make it otherwise. */
export function noDocumentNote({ trigger }: Job, { config: { documents, label }, paths }: { config: Config; paths: readonly string[] }): string {
  if (paths.length > 0) return 'Nothing to lint: there is no document that `paths` names.';
  const patterns = documents.map((pattern) => `\`${pattern}\``).join(', ');
  if (trigger.kind === 'pull-request') {
    return `Nothing to lint: this pull request changes no document (${patterns}) and does not carry the label \`${label}\`.`;
  }
  return trigger.kind === 'range' ? `Nothing to lint: no document changed (${patterns}).` : `Nothing to lint: no document was found (${patterns}).`;
}
