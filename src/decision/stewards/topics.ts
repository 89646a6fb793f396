/** Topics on which decisions went different ways: for people to look at, as a question. Neither of them need be wrong. */
import type { LogEntry } from '../log/entry.ts';

export interface TopicDifference {
  topic: string;
  /** The latest decision in force of each domain and repository, the newest first. */
  decisions: readonly LogEntry[];
}

/**
 * The topics on which one domain or repository accepted what another one rejected, by name. Deferred and superseded
 * decisions, and those that are open again, take no side.
 */
export function topicDifferences(entries: readonly LogEntry[]): TopicDifference[] {
  const byTopic = new Map<string, WithTopic[]>();
  for (const entry of entries.filter(takesSide)) byTopic.set(folded(entry.topic), [...(byTopic.get(folded(entry.topic)) ?? []), entry]);
  return [...byTopic.values()]
    .map(latestOfEachPlace)
    .filter((decisions) => new Set(decisions.map(({ result }) => result)).size > 1)
    .map((decisions) => ({ topic: decisions[0]?.topic ?? '', decisions }))
    .sort((one, other) => (folded(one.topic) < folded(other.topic) ? -1 : 1));
}

type WithTopic = LogEntry & { topic: string };

function takesSide(entry: LogEntry): entry is WithTopic {
  return entry.topic !== null && entry.reopened === null && (entry.result === 'accepted' || entry.result === 'rejected');
}

function latestOfEachPlace(entries: readonly WithTopic[]): WithTopic[] {
  const latest = new Map<string, WithTopic>();
  for (const entry of entries.toSorted(newestFirst)) {
    const place = `${entry.repository.id} ${entry.domain ?? ''}`;
    if (!latest.has(place)) latest.set(place, entry);
  }
  return [...latest.values()];
}

/** By time, then by what never changes, so that the order of what was read does not matter. */
export function newestFirst(one: LogEntry, other: LogEntry): number {
  return Date.parse(other.at) - Date.parse(one.at) || one.repository.id - other.repository.id || other.number - one.number || other.n - one.n;
}

function folded(topic: string): string {
  return topic.normalize('NFKC').trim().toLowerCase();
}
