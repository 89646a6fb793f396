/** How the files of a log that is a folder are known again: by their names, and by the mark at their end. */
import type { LogFormat } from './log-formats.ts';

/** The last line of each file: which repository's log it is of. Whoever takes it away keeps the file. */
export function logMark(repositoryId: number): string {
  return `<!-- written by unpause log for repository ${repositoryId} -->\n`;
}

/** Names that change with the log, within its folder; what always has the same name is written over. */
const names: Readonly<Record<Extract<LogFormat, 'html' | 'madr'>, RegExp>> = {
  html: /^(?:index-\d+|decisions\/\d+-\d+)\.html$/,
  madr: /^\d{4,}(?:-\d+)?-[a-z0-9-]+\.md$/,
};

export interface FoundFile {
  /** Within the folder, with `/`. */
  name: string;
  text: string;
}

/** Whether this product wrote the file for the log of this repository. */
export function isFileOfLog({ name, text }: FoundFile, { format, repositoryId }: { format: 'html' | 'madr'; repositoryId: number }): boolean {
  return names[format].test(name) && text.endsWith(`\n${logMark(repositoryId)}`);
}
