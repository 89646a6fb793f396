/** The formats of the decision log, by the names under which they are asked for. */
export const logFormats = ['md', 'json', 'csv', 'atom', 'html', 'madr'] as const;
export type LogFormat = (typeof logFormats)[number];

/** Those that are folders of files. */
export function isFolder(format: LogFormat): format is 'html' | 'madr' {
  return format === 'html' || format === 'madr';
}
