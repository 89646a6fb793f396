import { commandList, type CommandHelp } from '../command-list.ts';

/** The commands, folded. Empty where there are none. */
export function commandsSection(commands: readonly CommandHelp[]): string {
  const list = commandList(commands);
  return list === '' ? '' : `<details><summary>What you can post here</summary>\n\n${list}\n\n</details>`;
}
