import { rules } from '../rules/registry.ts';
import { printOut } from './standard-streams.ts';

/** `unpause rules`: every rule on a line, or all of them as JSON. */
export async function rulesCommand(format: 'table' | 'json'): Promise<void> {
  await printOut(format === 'json' ? rulesAsJson() : rulesAsTable());
}

function rulesAsJson(): string {
  const listed = rules.map(({ id, severity, fixable, online, summary }) => ({ id, severity, fixable, online, summary }));
  return `${JSON.stringify(listed, null, 2)}\n`;
}

function rulesAsTable(): string {
  const rows = [
    ['RULE', 'SEVERITY', 'FIXABLE', 'ONLINE', 'SUMMARY'],
    ...rules.map(({ id, severity, fixable, online, summary }) => [id, severity, fixable ? 'yes' : '', online ? 'yes' : '', summary]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
  return `${lines.join('\n')}\n`;
}
