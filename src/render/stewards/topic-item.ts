import type { LogEntry } from '../../decision/log/entry.ts';
import type { TopicDifference } from '../../decision/stewards/topics.ts';
import { inWords } from '../names.ts';
import { codeSpan, usersWords } from '../users-words.ts';
import { decisionItem } from './decision-item.ts';
import type { NoticePlace } from './notice-place.ts';

/** More than these say nothing more. */
const most = 6;

/** One topic on which decisions went different ways. */
export function topicItem({ topic, decisions }: TopicDifference, place: NoticePlace): string {
  const shown = decisions.slice(0, most).map((entry) => `${decisionItem(entry)}${whereText(entry, place)}`);
  return `${usersWords(topic)}: ${inWords(decisions.length > most ? [...shown, `${decisions.length - most} more`] : shown)}`;
}

function whereText({ domain, repository }: LogEntry, { repositoryId }: NoticePlace): string {
  const parts = [...(domain === null ? [] : [`in the domain ${codeSpan(domain)}`]), ...(repository.id === repositoryId ? [] : [`in ${codeSpan(`${repository.owner}/${repository.name}`)}`])];
  return parts.length === 0 ? '' : ` ${parts.join(' ')}`;
}
