/** Where things are on the page: the same paths as on GitHub, so that links in the App's comments lead somewhere. */
import { fullName, type Repository } from '../github/state/repository.ts';
import type { Issue } from '../github/state/issue.ts';

export function threadPath({ repository, number, pull }: Pick<Issue, 'repository' | 'number' | 'pull'>): string {
  return `${repositoryPath(repository)}/${pull === null ? 'issues' : 'pull'}/${number}`;
}

export function repositoryPath(repository: Repository): string {
  return `/${fullName(repository)}`;
}

/** The id of a line; the lines of the first file go by `L3`, as on GitHub. */
export function lineId(fileIndex: number, line: number): string {
  return fileIndex === 0 ? `L${line}` : `file-${fileIndex + 1}-L${line}`;
}
