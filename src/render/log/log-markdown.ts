/** The decision log as one Markdown text. What users wrote is data: it holds no markup, and mentions nobody. */
import type { LogEntry } from '../../decision/log/entry.ts';
import type { PrincipleReview } from '../../decision/stewards/principle-reviews.ts';
import { markdownLink } from '../markdown-link.ts';
import { markdownText } from '../markdown-text.ts';
import { factsOf, type Fact } from './log-facts.ts';
import type { LogWriter } from './log-writer.ts';
import { reviewWords } from './review-words.ts';

export const markdownLog: LogWriter = {
  begin: ({ name }) => `# Decisions: ${markdownText(name)}\n`,
  each: (entry) => `\n## ${entryTitle(entry)}\n\n${quoted(entry.context)}${factsOf(entry).map(factLine).join('\n')}\n`,
  reviews: (reviews) => (reviews.length === 0 ? '' : `\n## Questions about principles\n\n${reviews.map(reviewLine).join('\n')}\n`),
  end: () => '',
};

function entryTitle({ number, question, url }: LogEntry): string {
  return markdownLink(`${question} (#${number})`, url);
}

function quoted(context: string): string {
  return context === '' ? '' : `> ${markdownText(context)}\n\n`;
}

function reviewLine(review: PrincipleReview): string {
  return `- ${markdownLink(`Does “${review.principle}” still fit?`, review.url)} was ${reviewWords(review)}.`;
}

export function factLine({ label, items }: Fact): string {
  const texts = items.map(({ text, url }) => markdownLink(text, url));
  const isList = items.length > 1 && items.every(({ url }) => url === null);
  return isList ? `- **${label}:**\n${texts.map((text) => `  - ${text}`).join('\n')}` : `- **${label}:** ${texts.join(', ')}`;
}
