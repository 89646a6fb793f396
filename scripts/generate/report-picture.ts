/** docs/images/report-*.svg: what a terminal shows of the examples, drawn from the real report. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from '../../src/config/parse.ts';
import { createLinter, summarize } from '../../src/lib.ts';
import { renderStylish } from '../../src/render/report/stylish.ts';
import { rules } from '../../src/rules/registry.ts';

interface Theme {
  background: string;
  text: string;
  styles: Readonly<Record<string, string>>;
}

// The colours of GitHub's own themes, so that a picture sits well in a README.
const themes: Readonly<Record<'light' | 'dark', Theme>> = {
  light: { background: '#f6f8fa', text: '#1f2328', styles: { 31: 'fill="#cf222e"', 32: 'fill="#1a7f37"', 33: 'fill="#9a6700"', 36: 'fill="#0969da"', 2: 'fill="#59636e"' } },
  dark: { background: '#0d1117', text: '#e6edf3', styles: { 31: 'fill="#ff7b72"', 32: 'fill="#3fb950"', 33: 'fill="#d29922"', 36: 'fill="#58a6ff"', 2: 'fill="#9198a1"' } },
};
const sharedStyles: Readonly<Record<string, string>> = { 1: 'font-weight="bold"', 4: 'text-decoration="underline"' };
const escape = String.fromCodePoint(0x1b);
const columns = 112;
const cell = { width: 8.4, height: 20 };
const shown = /000[1567]-/;
const folder = 'examples/rfcs';

interface Span {
  text: string;
  codes: string[];
}

/** The report of a few examples, on a fixed day. */
function report(): string {
  const parsed = parseConfig(readFileSync('examples/unpause.yml', 'utf8'), { rules });
  if (!parsed.ok) throw new Error('examples/unpause.yml has mistakes, expected none: run `unpause config check examples/unpause.yml`');
  const linter = createLinter(parsed.config);
  const results = readdirSync(folder).filter((name) => shown.test(name)).sort().map((name) => {
    return linter.lint({ path: `rfcs/${name}`, text: readFileSync(join(folder, name), 'utf8') }, { now: new Date('2026-11-21T12:00:00Z') });
  });
  return renderStylish({ version: 1, results, summary: summarize(results) }, { color: true, quiet: false });
}

/** Lines of spans, from text with ANSI styles. */
function spansOf(text: string): Span[][] {
  let codes: string[] = [];
  return text.trimEnd().split('\n').map((line) => {
    return line.split(`${escape}[`).flatMap((part, index) => {
      const [, code, rest = part] = index === 0 ? [] : (/^(\d+)m([\s\S]*)$/.exec(part) ?? []);
      if (code !== undefined) codes = code === '0' ? [] : [...codes, code];
      return rest === '' ? [] : [{ text: rest, codes }];
    });
  });
}

/** Wraps as a terminal does, after so many cells. */
function wrap(line: readonly Span[]): Span[][] {
  const lines: Span[][] = [[]];
  let used = 0;
  for (const span of line) {
    for (let rest = span.text; rest !== ''; ) {
      const fits = rest.slice(0, columns - used);
      lines.at(-1)?.push({ ...span, text: fits });
      rest = rest.slice(fits.length);
      used = rest === '' ? used + fits.length : 0;
      if (rest !== '') lines.push([]);
    }
  }
  return lines;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function draw(lines: readonly Span[][], { background, text, styles }: Theme): string {
  const width = Math.ceil(columns * cell.width) + 40;
  const height = lines.length * cell.height + 36;
  const rows = lines.map((line, index) => {
    const spans = line.map((span) => {
      const attributes = span.codes.map((code) => styles[code] ?? sharedStyles[code] ?? '').join(' ');
      return `<tspan${attributes === '' ? '' : ` ${attributes}`}>${escapeXml(span.text)}</tspan>`;
    });
    return `<text x="20" y="${(index + 1) * cell.height + 12}" xml:space="preserve">${spans.join('')}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="A report of unpause lint in a terminal">`,
    `<rect width="100%" height="100%" rx="8" fill="${background}"/>`,
    `<g fill="${text}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14">`,
    ...rows,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** The picture of a report, for light and for dark. */
export function generateReportPictures(): { path: string; text: string }[] {
  const command: Span[] = [{ text: '$ unpause lint rfcs/', codes: ['2'] }];
  const lines = [command, [], ...spansOf(report())].flatMap((line) => wrap(line));
  return (['light', 'dark'] as const).map((name) => ({ path: `docs/images/report-${name}.svg`, text: draw(lines, themes[name]) }));
}
