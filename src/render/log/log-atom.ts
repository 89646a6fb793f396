/** The decision log as an Atom feed (RFC 4287). The ids stay what they are, also where a repository is renamed. */
import type { LogEntry } from '../../decision/log/entry.ts';
import { dayOf } from '../../decision/zone-days.ts';
import { xmlText } from '../xml-text.ts';
import { changedAt, personName, resultWords } from './log-facts.ts';
import { entryHtml } from './log-html.ts';
import type { LogHead, LogWriter } from './log-writer.ts';

export interface FeedHead extends LogHead {
  /** Where this feed itself is found; null: it is a file. */
  self: string | null;
  /** When something in it last changed, ISO 8601. */
  updatedAt: string;
}

/** The same as the other formats; only its head has to know when the log last changed. */
export function atomLog({ self, updatedAt }: Pick<FeedHead, 'self' | 'updatedAt'>): LogWriter {
  return {
    begin: (head) => feedHead({ ...head, self, updatedAt }),
    each: (entry) => feedEntry(entry),
    reviews: null,
    end: () => '</feed>\n',
  };
}

function feedHead({ name, url, self, updatedAt }: FeedHead): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${xmlText(self ?? url ?? `urn:unpause:log:${encodeURIComponent(name.replace(/\p{Cs}/gu, '\ufffd'))}`)}</id>
<title>Decisions: ${xmlText(name)}</title>
<updated>${xmlText(updatedAt)}</updated>
<author><name>Unpause</name></author>
<generator>Unpause</generator>
${self === null ? '' : `<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>\n`}${url === null ? '' : `<link rel="alternate" type="text/html" href="${xmlText(url)}"/>\n`}`;
}

function feedEntry(entry: LogEntry): string {
  const { question, url, by, at, domain } = entry;
  const author = by === null ? '' : `<author><name>${xmlText(personName(by))}</name></author>\n`;
  const category = domain === null ? '' : `<category term="${xmlText(domain)}"/>\n`;
  return `<entry>
<id>${xmlText(entryId(entry))}</id>
<title>${xmlText(`${resultWords(entry)}: ${question}`)}</title>
<published>${xmlText(at)}</published>
<updated>${xmlText(changedAt(entry))}</updated>
${author}${category}<link rel="alternate" type="text/html" href="${xmlText(url)}"/>
<content type="html">${xmlText(entryHtml(entry))}</content>
</entry>
`;
}

/** `tag:github.com,2026-03-02:unpause/1296269/7/1`: of numbers that GitHub gives once, under the host that gives them. */
export function entryId({ repository, number, n, openedAt, url }: Pick<LogEntry, 'repository' | 'number' | 'n' | 'openedAt' | 'url'>): string {
  const host = /^https?:\/\/([\w.-]+)/.exec(url)?.[1] ?? 'github.com';
  return `tag:${host},${dayOf(openedAt)}:unpause/${repository.id}/${number}/${n}`;
}
