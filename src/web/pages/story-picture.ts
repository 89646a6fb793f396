/** The story of an RFC over time, as a picture; the list beside it says the same in words. */
import { html } from 'hono/html';
import type { Lane, Story, StoryPart } from '../../decision/story.ts';
import { lanes } from '../../decision/story.ts';
import { millisecondsPerDay } from '../../decision/zone-days.ts';
import { countOf } from '../../render/count-of.ts';
import { laneWords, partWords } from '../../render/story-words.ts';
import type { Html } from '../page.ts';
import { momentOf, momentText, outside, person, quoted } from './pieces.ts';

/** In units of the drawing. */
const width = 800;
const left = 120;
const right = 24;
const laneHeight = 34;
const top = 12;
const axisHeight = 30;
const mostTicks = 6;

/** What lies between two marks on the axis, in milliseconds. */
const steps = [1, 2, 3, 7, 14, 28, 56, 91, 182, 364, 728, 1820].map((days) => days * millisecondsPerDay);

/** The picture, with a title for those who do not see it. */
export function storyPicture({ from, until, parts }: Story): Html {
  const [begin, span] = [Date.parse(from), Math.max(Date.parse(until) - Date.parse(from), millisecondsPerDay)];
  const x = (instant: string | number): string => (left + ((Math.min(typeof instant === 'number' ? instant : Date.parse(instant), begin + span) - begin) / span) * (width - left - right)).toFixed(1);
  const shown = lanes.filter((lane) => parts.some((part) => part.lane === lane));
  const bottom = top + shown.length * laneHeight;
  return html`<div class="picture" role="region" aria-label="The story as a picture" tabindex="0">
<svg viewBox="0 0 ${width} ${bottom + axisHeight}" role="img" aria-labelledby="picture-title">
<title id="picture-title">From ${from.slice(0, 10)} to ${until.slice(0, 10)}: ${summary(parts)}. The list below says each with its date.</title>
${ticks(begin, span).map((tick) => html`<line class="grid" x1="${x(tick)}" x2="${x(tick)}" y1="${top}" y2="${bottom}"/><text class="tick" x="${x(tick)}" y="${bottom + 18}" text-anchor="middle">${new Date(tick).toISOString().slice(0, 10)}</text>`)}
${shown.map((lane, index) => drawLane(lane, { y: top + index * laneHeight, x, parts: parts.filter((part) => part.lane === lane) }))}
</svg>
</div>`;
}

function drawLane(lane: Lane, { y, x, parts }: { y: number; x: (instant: string | number) => string; parts: readonly StoryPart[] }): Html {
  const middle = y + laneHeight / 2;
  return html`<line class="lane" x1="${left}" x2="${width - right}" y1="${middle}" y2="${middle}"/><text class="lane-name" x="0" y="${middle + 4}">${laneWords[lane]}</text>${parts.map((part) => draw(part, middle, x))}`;
}

function draw(part: StoryPart, middle: number, x: (instant: string | number) => string): Html {
  const said = html`<title>${partWords(part)}, ${momentText(part.at)}</title>`;
  if (!part.isStretch) return html`<circle class="moment ${part.what}" cx="${x(part.at)}" cy="${middle}" r="6">${said}</circle>`;
  const [start, end] = [Number(x(part.at)), Number(x(part.until ?? Number.MAX_SAFE_INTEGER))];
  return html`<rect class="stretch ${part.what}${part.until === null ? ' goes-on' : ''}" x="${start}" y="${middle - 7}" width="${Math.max(end - start, 4).toFixed(1)}" height="14" rx="4">${said}</rect>`;
}

/** Marks at the beginning of days, as many as there is room for. */
function ticks(begin: number, span: number): number[] {
  const step = steps.find((each) => span / each <= mostTicks) ?? steps.at(-1) ?? millisecondsPerDay;
  const first = Math.ceil(begin / millisecondsPerDay) * millisecondsPerDay;
  return Array.from({ length: mostTicks + 1 }, (_, index) => first + index * step).filter((tick) => tick <= begin + span);
}

function summary(parts: readonly StoryPart[]): string {
  const count = (lane: Lane) => parts.filter((part) => part.lane === lane).length;
  return [countOf(count('voices'), 'voice'), countOf(count('objections'), 'objection'), countOf(count('driving'), 'temporary DRI'), countOf(count('help'), 'request') + ' for help'].join(', ');
}

/** The same in words, in order; `sourceUrl` leads to where somebody said so. */
export function storyList({ parts }: Story, sourceUrl: (part: StoryPart) => string | null): Html {
  return html`<ol class="story">${parts.map((part) => {
    const words = partWords(part);
    return html`<li>${momentOf(part.at)}${part.isStretch && part.until !== null ? html` to ${momentOf(part.until)}` : ''}: ${outside(sourceUrl(part), words)}${part.by === null ? '' : html`, ${person(part.by)}`}${part.why === null || part.what === 'period' ? '' : html`: ${quoted(part.why)}`}</li>`;
  })}</ol>`;
}
