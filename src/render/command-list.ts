/** The commands as a list: for `/dri help` and the folded list of the status comment. */
import { fitItems } from './fit-items.ts';
import { memberWords } from './roles.ts';

/** One command, as it is explained; in our own words, which are Markdown as they stand. */
export interface CommandHelp {
  /** How it is written: `/dri hand @user NOTE`. */
  usage: string;
  /** What it does, in one sentence. */
  help: string;
  /** Who may use it, in the Markdown of `rolesInWords`. Empty: nobody. */
  who: string;
}

/** In bytes of UTF-8: the commands of today, and some room. */
const budget = 4_500;

/** A Markdown list, an item for each command; those that nobody may use are left out. Empty where there is none. */
export function commandList(commands: readonly CommandHelp[]): string {
  const shown = commands.filter(({ who }) => who !== '');
  const items = shown.map(({ usage, help, who }) => `- \`${usage}\`: ${help} For ${who}.\n`);
  const { text, left } = fitItems(items, budget);
  const rest = left > 0 ? `- … and ${left} more\n` : '';
  const members = shown.some(({ who }) => /\bmembers\b/.test(who)) ? `\n\nMembers are ${memberWords}.` : '';
  return `${text}${rest}`.trimEnd() + members;
}
