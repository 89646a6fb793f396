/** A figure over its periods, as a picture; the table below says the same. */
import { html } from 'hono/html';
import type { Measure } from '../../decision/vitality/figure.ts';
import type { Finding, Point } from '../../decision/vitality/vitality.ts';
import { valueWords } from '../../render/vitality/value-words.ts';
import type { Html } from '../page.ts';

/** In units of the drawing. */
const width = 640;
const left = 56;
const right = 12;
const top = 12;
const height = 120;
const below = 26;
/** As many as can be told apart. */
const mostSeries = 3;

/** Lines for what is a time, bars for what is counted or shared. Empty where there is nothing to draw. */
export function vitalityChart({ figure, points }: Finding): Html {
  const [first] = figure.measures;
  if (first === undefined) return html``;
  const series = figure.measures.filter(({ unit }) => unit === first.unit).slice(0, mostSeries);
  const most = first.unit === 'share' ? 1 : Math.max(0, ...points.flatMap(({ values }) => series.map(({ id }) => values[id] ?? 0)));
  if (!points.some(({ values }) => series.some(({ id }) => typeof values[id] === 'number')) || most === 0) return html``;
  const titleId = `chart-${figure.id}`;
  const scale: Scale = { most, slot: (width - left - right) / points.length };
  const draw = first.unit === 'working-days' ? drawLine : drawBars;
  return html`<div class="picture chart" role="region" aria-label="${figure.title} as a picture" tabindex="0">
<svg viewBox="0 0 ${width} ${top + height + below}" role="img" aria-labelledby="${titleId}">
<title id="${titleId}">${series.map((measure) => `${measure.name}: ${points.map(({ period, values }) => `${period} ${valueWords(values[measure.id], measure.unit)}`).join(', ')}`).join('; ')}</title>
${[0, most / 2, most].map((value) => html`<line class="grid" x1="${left}" x2="${width - right}" y1="${y(value, scale)}" y2="${y(value, scale)}"/><text class="tick" x="${left - 8}" y="${y(value, scale) + 4}" text-anchor="end">${tickWords(value, first)}</text>`)}
${points.map(({ period, isRunning }, index) => html`<text class="tick" x="${middle(index, scale)}" y="${top + height + 18}" text-anchor="middle">${period}${isRunning ? ' so far' : ''}</text>`)}
${series.map((measure, index) => draw({ measure, points, index, of: series.length, scale }))}
</svg>
${series.length < 2 ? '' : html`<ul class="legend">${series.map(({ name }, index) => html`<li class="series-${index}">${name}</li>`)}</ul>`}
</div>`;
}

interface Scale {
  most: number;
  /** The width of a period. */
  slot: number;
}

interface Series {
  measure: Measure;
  points: readonly Point[];
  /** Which of them it is, of so many. */
  index: number;
  of: number;
  scale: Scale;
}

function drawLine({ measure: { id, unit }, points, index, scale }: Series): Html {
  const known = points.map(({ values }, at) => ({ value: values[id] ?? null, x: middle(at, scale) }));
  const places = known.map(({ value, x }) => (value === null ? null : `${x},${y(value, scale)}`));
  const lines = places.flatMap((place, at) => {
    const next = places[at + 1];
    return place === null || next === null || next === undefined ? [] : [`M${place} L${next}`];
  });
  return html`<path class="series-${index}" d="${lines.join(' ')}"/>${known.map(({ value, x }) => (value === null ? '' : html`<circle class="series-${index}" cx="${x}" cy="${y(value, scale)}" r="5"><title>${valueWords(value, unit)}</title></circle>`))}`;
}

function drawBars({ measure: { id, unit }, points, index, of, scale }: Series): Html {
  const bar = Math.min(48, (scale.slot * 0.7) / of);
  return html`${points.map(({ values }, at) => {
    const value = values[id] ?? null;
    if (value === null) return '';
    const begin = middle(at, scale) - (bar * of) / 2 + bar * index;
    return html`<rect class="series-${index}" x="${begin.toFixed(1)}" y="${y(value, scale)}" width="${(bar - 3).toFixed(1)}" height="${round(top + height - y(value, scale))}"><title>${valueWords(value, unit)}</title></rect>`;
  })}`;
}

function middle(index: number, { slot }: Scale): number {
  return round(left + slot * (index + 0.5));
}

function y(value: number, { most }: Scale): number {
  return round(top + height - (Math.min(value, most) / most) * height);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function tickWords(value: number, { unit }: Measure): string {
  return unit === 'count' && !Number.isInteger(value) ? '' : valueWords(value, unit);
}
