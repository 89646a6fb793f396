import type { RoleButton } from '../../decision/snapshot.ts';
import { inertName } from '../names.ts';
import type { CallOf } from './call-of.ts';

/** What stands on the buttons: up to 20 characters. */
export const pressedLabels: Readonly<Record<RoleButton, string>> = { 'own-decision': 'Own the decision', 'take-dri': 'Take temporary DRI' };

const commands: Readonly<Record<RoleButton, string>> = { 'own-decision': '/owner @user WHY', 'take-dri': '/dri take' };

/** That somebody clicked: GitHub shows clicks nowhere, and whoever reads along should see where a role comes from. */
export function pressedText({ button, by }: CallOf<'pressed'>): string {
  return `${inertName(by)} clicked “${pressedLabels[button]}” on the check run. It counts as if they had written \`${commands[button]}\` in a comment; the status comment tells whoever reads along what came of it.`;
}
