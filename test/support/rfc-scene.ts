/** One RFC in a town: people act on it, and what Unpause made of it can be seen. */
import { statusMarker } from '../../src/decision/markers.ts';
import { decodeRecord, type Record as RfcRecord } from '../../src/decision/record.ts';
import type { Comment } from '../../src/demo/github/state/issue.ts';
import { fullName } from '../../src/demo/github/state/repository.ts';
import { spokenTo } from '../render/spoken-to.ts';
import { checksOf, slug, type Town } from './running-app.ts';

export const ownedByAlice = '# Rotate keys\n\n**Decision Owner**: @alice\n**Decide by**: 2026-12-01\n\nLet us rotate the keys.\n';

/** An hour for each step of the ladder; Carol may be asked to drive, and Erin to help decide. */
export const quickConfig = { '.github/unpause.yml': 'pause: {nudge-after: 1h, dri-after: 1h, term: 2h, max-term: 8h}\ndri: {pool: [carol]}\nescalation: {path: [erin]}\n' };

export interface Scene {
  town: Town;
  repo: string;
  number: number;
}

const roles = { carol: 'triage', dan: 'triage', erin: 'maintain' } as const;

/** A repository with a config of its own, in which Alice, Bob, Carol, Dan and Erin have rights. */
export function aRepository(town: Town, files: Record<string, string>): string {
  const { world } = town.standIn;
  const repo = town.newRepository(files);
  for (const [login, role] of Object.entries(roles)) {
    if (world.findAccount(login) === undefined) world.addUser(login);
    world.setRole({ repo, login, role });
  }
  return repo;
}

/** Bob proposes a document. */
export function propose(town: Town, repo: string, { text = ownedByAlice, branch = 'proposal' }: { text?: string; branch?: string } = {}): Scene {
  const { world } = town.standIn;
  world.push({ repo, by: 'bob', branch, files: { [`rfcs/${branch}-keys.md`]: text } });
  const { number } = world.openPullRequest({ repo, by: 'bob', title: 'Rotate keys', head: branch });
  return { town, repo, number };
}

/** Somebody writes. */
export function write({ town, repo, number }: Scene, by: string, body: string): Comment {
  return town.standIn.world.comment({ repo, number, by, body });
}

/** Alice closes all that is open: what is over takes no time of the tests that follow. */
export function closeAll({ standIn: { world } }: Town): void {
  for (const repository of world.repositories) {
    const open = [...repository.issues.values()].filter((issue) => issue?.state === 'open');
    for (const issue of open) if (issue !== null) world.close({ repo: fullName(repository), number: issue.number, by: 'alice' });
  }
}

function commentsOf({ town, repo, number }: Scene): readonly Comment[] {
  return town.standIn.world.issue(repo, number).comments;
}

/** What Unpause wrote there, the oldest first. */
export function ownIn(scene: Scene): Comment[] {
  return commentsOf(scene).filter(({ author }) => author.login === `${slug}[bot]`);
}

/** The status comments: one, where all is well. */
export function statusesIn(scene: Scene): Comment[] {
  return ownIn(scene).filter(({ body }) => body.startsWith(statusMarker));
}

/** Its comments but the status, as `03-05T10:00 nudge to alice, bob`: when, what, and whom it notifies. */
export function calledIn(scene: Scene): string[] {
  return ownIn(scene).filter(({ body }) => !body.startsWith(statusMarker)).map(({ createdAt, body }) => {
    const kind = /^<!-- unpause:event ([a-z]+)/.exec(body)?.[1] ?? 'something else';
    const { mentioned } = spokenTo(body);
    return `${createdAt.slice(5, 16)} ${kind}${mentioned.length === 0 ? '' : ` to ${mentioned.join(', ')}`}`;
  });
}

/** The record in the status comment; null where there is none, or none that can be read. */
export function recordIn(scene: Scene): RfcRecord | null {
  const line = statusesIn(scene)[0]?.body.split('\n').at(-1) ?? '';
  const json = /^<!-- unpause:record (.*) -->$/.exec(line)?.[1];
  return json === undefined ? null : decodeRecord((JSON.parse(json) as { record: unknown }).record);
}

/** Unpause's reactions to somebody's comment. */
export function reactionsTo({ reactions }: Comment): string[] {
  return reactions.filter(({ by }) => by.login === `${slug}[bot]`).map(({ content }) => content);
}

/** What can be seen of an RFC's way, but for ids and for when nothing happened. */
export interface Shown {
  calls: string[];
  assignees: string[];
  checks: string[];
  terms: string[];
  escalations: string[];
  decisions: string[];
  reactions: string[];
}

export function shownOn(scene: Scene): Shown {
  const { town, repo, number } = scene;
  const { assignees } = town.standIn.world.issue(repo, number);
  const { terms = [], escalations = [], decisions = [] } = recordIn(scene) ?? {};
  return {
    calls: calledIn(scene),
    assignees: assignees.map(({ login }) => login),
    checks: checksOf(town, repo, number),
    terms: terms.map(({ holder, how, ended }) => `${holder.login}, ${how}, ${ended?.how ?? 'active'}`),
    escalations: escalations.map(({ asked, ended }) => `${asked.map(({ person }) => person.login).join(', ')}, ${ended?.how ?? 'open'}`),
    decisions: decisions.map(({ outcome, by, why }) => `${outcome} by ${by.login}: ${why}`),
    reactions: commentsOf(scene).filter(({ author }) => author.type === 'User').map((comment) => `${comment.body.split(' ').slice(0, 2).join(' ')}: ${reactionsTo(comment).join(' ') || 'none'}`),
  };
}
