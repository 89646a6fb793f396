/** The figures as a table for programs: one line for each value. RFC 4180, in UTF-8. */
import type { Finding, Vitality } from '../../decision/vitality/vitality.ts';

const columns = ['figure', 'period', 'by', 'group', 'measure', 'unit', 'value', 'cases', 'trend'] as const;

/**
 * `by` and `group` are empty where a line is of all; `value` is empty where nothing is known, or there are too few cases.
 * `trend` is told once for each figure: of its first measure, on the line of the whole time.
 */
export function vitalityCsv({ span, findings }: Vitality): string {
  const lines = findings.flatMap((finding) => linesOf(finding, span.name));
  return [columns, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

function linesOf({ figure, points, groups, count, values, trend }: Finding, span: string): string[][] {
  const parts = [
    ...points.map((point) => ({ period: point.period, by: '', group: '', count: point.count, values: point.values, trend: '' })),
    { period: span, by: '', group: '', count, values, trend },
    ...groups.map((group) => ({ period: span, by: group.by, group: group.name ?? '', count: group.count, values: group.values, trend: '' })),
  ];
  return parts.flatMap(({ period, by, group, count: cases, values: found, trend: way }) =>
    figure.measures.map(({ id, unit }, index) => [figure.id, period, by, group, id, unit, numberOf(found[id]), String(cases), index === 0 ? way : '']),
  );
}

function numberOf(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(Math.round(value * 10_000) / 10_000);
}

/** What begins like a formula would be one in a spreadsheet. */
function cell(text: string): string {
  const plain = /^[=+@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
