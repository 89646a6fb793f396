import { describe, expect, it } from '@jest/globals';
import type { Digest } from '../../../src/decision/stewards/digest.ts';
import { renderChatDigest } from '../../../src/render/stewards/chat-digest.ts';
import { exampleEntry } from '../../../src/render/messages/example-decisions.ts';

const place = { repository: 'acme/rfcs', url: 'https://github.com/acme/rfcs', timezone: 'UTC' };

function aDigest(titles: readonly string[]): Digest {
  const rfcs = titles.map((title, index) => ({ number: 7 + index, title, url: `https://github.com/acme/rfcs/pull/${7 + index}`, waitsFor: 'awaiting-review' as const, closesAt: null }));
  return { week: '2026-W15', since: '', open: [{ waitsFor: 'awaiting-review', rfcs }], closing: [], decided: [exampleEntry(3, { question: 'Store times in UTC' })], due: [] };
}

const slack = (...titles: string[]): string => (renderChatDigest(aDigest(titles), place, 'slack') as { text: string }).text;

describe('renderChatDigest', () => {
  it('says it to Slack with links, and unfurls none of them', () => {
    expect(renderChatDigest(aDigest(['Keys']), place, 'slack')).toEqual({
      text: '*<https://github.com/acme/rfcs|Decisions in week 15 of 2026:\u200b acme/rfcs>*\n\n*Waits for reviews*\n• <https://github.com/acme/rfcs/pull/7|Keys>\n\n*Decided*\n• <https://github.com/acme/rfcs/pull/3|Store times in UTC> (accepted)',
      unfurl_links: false,
      unfurl_media: false,
    });
  });

  it.each(['<!channel>', '<@U012AB3CD>', '<!here|here>', 'a|b>c', '@channel', ':bomb:', '*bold*', '`code`', '&lt;!channel&gt;'])('makes nothing of %s in a title but words', (title) => {
    const [, shown = ''] = /pull\/7\|([^>]*)>/.exec(slack(title)) ?? [];
    expect(shown).not.toMatch(/[<>]|[*_~`@|:](?!\u200b)/);
    expect(shown.replaceAll('\u200b', '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')).toBe(title);
  });

  it('shows ten of each, and says how many more there are', () => {
    const text = slack(...Array.from({ length: 12 }, (_, index) => `RFC ${index}`));
    expect(text.match(/\/pull\/(?!3)/g)).toHaveLength(10);
    expect(text).toContain('… and 2 others');
  });

  it('says it to Teams as a card in which titles are text and no markup', () => {
    const message = renderChatDigest(aDigest(['[Keys](https://evil.example) **now**']), place, 'teams');
    expect(message).toMatchObject({ type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard', version: '1.4' } }] });
    const text = JSON.stringify(message);
    expect(text).not.toContain('"TextBlock"');
    expect(text).toContain('{"type":"TextRun","text":"[Keys](https://evil.example) **now**","selectAction":{"type":"Action.OpenUrl","url":"https://github.com/acme/rfcs/pull/7"}}');
  });
});
