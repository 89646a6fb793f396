import type { LogEntry } from './entry.ts';

/** The entry with its repository called as it is today: an address under a former name may lead to another repository by now. */
export function renameInEntry(entry: LogEntry, { owner, name }: Pick<LogEntry['repository'], 'owner' | 'name'>): LogEntry {
  const { repository } = entry;
  if (repository.owner === owner && repository.name === name) return entry;
  const former = `/${repository.owner}/${repository.name}`;
  const url = repository.url.endsWith(former) ? `${repository.url.slice(0, -former.length)}/${owner}/${name}` : repository.url;
  // What lies in a fork is under a name of its own.
  const moved = <Linked extends { url: string | null }>(linked: Linked): Linked =>
    linked.url?.startsWith(`${repository.url}/`) === true ? { ...linked, url: url + linked.url.slice(repository.url.length) } : linked;
  return {
    ...moved(entry),
    repository: { ...repository, owner, name, url },
    documents: entry.documents.map(moved),
    voices: entry.voices.map(moved),
    sources: entry.sources.map(moved),
  };
}
