/**
 * Roles taken by a button on a check run. GitHub keeps no list of clicks, so each is written down in a comment first,
 * which takes effect once it is read back: as the command that whoever clicked would have written themselves.
 */
import type { Comment } from './acts.ts';
import type { Call } from './calls.ts';
import { hasEvent, readEvent } from './markers.ts';
import type { ClickRequest, OwnComment, RoleButton, Snapshot } from './snapshot.ts';

/** What stands for a command, by the button's identifier. */
const commands: Readonly<Record<RoleButton, (login: string) => string>> = {
  'take-dri': () => '/dri take',
  'own-decision': (login) => `/owner @${login} Taken on with the button on the check run.`,
};

export function isRoleButton(kind: string): kind is RoleButton {
  return Object.hasOwn(commands, kind);
}

/** `pressed.take-dri.583231.octocat.72d3162e-cc78-11e3-81ab-4c9367dc0958` */
function eventOf(button: RoleButton, { id, by }: { id: string; by: { id: number; login: string } }): string {
  return `pressed.${button}.${by.id}.${by.login}.${id.replace(/[^A-Za-z0-9-]/g, '-')}`;
}

/** The comments that tell of clicks of which nothing is written yet. */
export function pressedCalls({ clicks, comments }: Pick<Snapshot, 'clicks' | 'comments'>): Call[] {
  return clicks.flatMap(({ id, kind, by }: ClickRequest): Call[] => {
    if (!isRoleButton(kind) || by === undefined) return [];
    const event = eventOf(kind, { id, by });
    return hasEvent(comments, event) ? [] : [{ kind: 'pressed', event, asked: [], button: kind, by }];
  });
}

/** The facts with every click that is written down among what people said, at its moment. */
export function withPressed<Facts extends Pick<Snapshot, 'acts' | 'comments'>>(facts: Facts): Facts {
  const said = facts.comments.flatMap(spokenBy);
  if (said.length === 0) return facts;
  const acts = [...facts.acts, ...said].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return { ...facts, acts };
}

function spokenBy(comment: OwnComment): Comment[] {
  const [stage, button = '', id = '', login = ''] = readEvent(comment)?.split('.') ?? [];
  if (stage !== 'pressed' || !isRoleButton(button) || !/^\d{1,15}$/.test(id) || login === '') return [];
  const by = { id: Number(id), login, isBot: false };
  return [{ kind: 'comment', id: comment.id, at: comment.createdAt, by, isOwn: false, body: commands[button](login), hash: '', isEdited: false, url: comment.url }];
}
