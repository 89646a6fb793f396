/** The digest as the body of a request to a chat's incoming webhook. Nothing in it mentions anybody there. */
import type { Digest } from '../../decision/stewards/digest.ts';
import { countOf } from '../count-of.ts';
import { cutText } from '../cut-text.ts';
import { plainText } from '../plain-text.ts';
import { longestTitle } from './decision-item.ts';
import { digestHeading, digestParts, type DigestItem, type DigestPart } from './digest-words.ts';

export type ChatKind = 'slack' | 'teams';

export interface ChatPlace {
  /** `acme/rfcs` */
  repository: string;
  /** Where people read the repository. */
  url: string;
  timezone: string;
}

/** A message is read at a glance; the rest is on the pages. */
const mostItems = 10;

/** A body for Slack, and for what reads Slack's messages, or a card for Teams: as data, to be sent as JSON. */
export function renderChatDigest(digest: Digest, place: ChatPlace, kind: ChatKind): object {
  const heading = `${digestHeading(digest)}: ${place.repository}`;
  const parts = digestParts(digest, place.timezone).map(shortened);
  return kind === 'slack' ? slackMessage(heading, parts, place) : teamsMessage(heading, parts, place);
}

interface ShortPart extends DigestPart {
  /** How many are not shown. */
  left: number;
}

function shortened({ heading, items }: DigestPart): ShortPart {
  const shown = items.slice(0, mostItems).map(({ title, url, rest }) => ({ title: cutText(plainText(title), longestTitle) || url, url, rest }));
  return { heading, items: shown, left: items.length - shown.length };
}

function moreText(left: number): string[] {
  return left === 0 ? [] : [`… and ${countOf(left, 'other')}`];
}

function slackMessage(heading: string, parts: readonly ShortPart[], { url }: ChatPlace): object {
  const lines = parts.flatMap((part) => ['', `*${slackText(part.heading)}*`, ...part.items.map(slackItem), ...moreText(part.left)]);
  return { text: [`*${slackLink(heading, url)}*`, ...lines].join('\n'), unfurl_links: false, unfurl_media: false };
}

function slackItem({ title, url, rest }: DigestItem): string {
  return `• ${slackLink(title, url)}${slackText(rest)}`;
}

function slackLink(text: string, url: string): string {
  return isWebAddress(url) ? `<${url.replace(/[<>|\s]/g, encodeURIComponent)}|${slackText(text)}>` : slackText(text);
}

/** Between a sign of markup and the word beside it, a space without a width keeps it from being one. */
function slackText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replace(/[*_~`@|:]/g, '$&\u200b');
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

/** In a `TextRun`, unlike in a `TextBlock`, nothing is markup. */
function teamsMessage(heading: string, parts: readonly ShortPart[], { url }: ChatPlace): object {
  const body = [
    richText([textRun(heading, { url, weight: 'Bolder', size: 'Medium' })]),
    ...parts.flatMap((part) => [
      { ...richText([textRun(part.heading, { weight: 'Bolder' })]), spacing: 'Medium' },
      ...part.items.map(({ title, url: its, rest }) => richText([textRun(title, { url: its }), ...(rest === '' ? [] : [textRun(rest, {})])])),
      ...moreText(part.left).map((text) => richText([textRun(text, {})])),
    ]),
  ];
  const content = { $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', type: 'AdaptiveCard', version: '1.4', body };
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }] };
}

function richText(inlines: readonly object[]): object {
  return { type: 'RichTextBlock', inlines };
}

function textRun(text: string, { url, ...style }: { url?: string; weight?: string; size?: string }): object {
  const link = url !== undefined && isWebAddress(url) ? { selectAction: { type: 'Action.OpenUrl', url } } : {};
  return { type: 'TextRun', text, ...style, ...link };
}
