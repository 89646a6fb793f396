/** Made-up facts about a repository, and a GitHub that does what a plan says. */
import { parseConfig } from '../../../src/config/parse.ts';
import type { Config } from '../../../src/config/schema.ts';
import type { LogEntry } from '../../../src/decision/log/entry.ts';
import type { OwnIssue, ReportedTension, StewardFacts } from '../../../src/decision/stewards/facts.ts';
import type { StewardEffect } from '../../../src/decision/stewards/steward-plan.ts';
import { wordStewardship } from '../../../src/render/stewards/word-stewardship.ts';
import { exampleEntry } from '../../../src/render/messages/example-decisions.ts';

export const people = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank'].map((login, index) => ({ id: 11 + index, login, isBot: false }));

export function person(login: string) {
  const found = people.find((each) => each.login === login);
  if (found === undefined) throw new Error(`nobody is called ${login}`);
  return found;
}

export const repository = { id: 1, owner: 'acme', name: 'rfcs', isPrivate: false, defaultBranch: 'main', url: 'https://github.com/acme/rfcs' };

/** A Monday morning in working hours. */
export const monday = new Date('2026-03-30T10:00:00Z');

export const principles = 'principles:\n  - {id: local, text: Data stays local.}\n  - {id: open, text: Default to open.}\n';

export function aConfig(yaml: string): Config {
  const parsed = parseConfig(yaml, { rules: [] });
  if (!parsed.ok) throw new Error(parsed.mistakes.map(({ message }) => message).join('; '));
  return parsed.config;
}

export function aTension(number: number, login: string, parts: Partial<ReportedTension> = {}): ReportedTension {
  const { id } = person(login);
  return {
    rfc: { number, url: `${repository.url}/pull/${number}` },
    principle: 'local',
    why: `It did not fit ${number}.`,
    by: { id, login },
    at: '2026-03-20T09:00:00Z',
    source: { in: 'comment', id: number * 100 + id, by: id, hash: '0123456789abcdef' },
    ...parts,
  };
}

export const threeTensions = [aTension(7, 'alice'), aTension(8, 'bob'), aTension(9, 'carol')];

export function anEntry(number: number, parts: Partial<LogEntry> = {}): LogEntry {
  return exampleEntry(number, { at: '2026-03-24T09:00:00Z', ...parts });
}

export function someFacts(parts: Partial<StewardFacts> = {}): StewardFacts {
  return {
    repository,
    rules: { isConfigured: true, configuredAt: '2025-01-01T00:00:00Z', mistakes: [], unread: [] },
    issues: [],
    tensions: [],
    decisions: [],
    courses: [],
    elsewhere: [],
    open: [],
    digestIssue: null,
    chat: null,
    people: people.map((account) => ({ account, permission: null, isAssignable: true })),
    teams: [],
    load: { terms: [], absences: [], callsToday: 0 },
    calendar: { timezone: 'UTC', weekend: [6, 7], holidays: [], hours: { from: 540, to: 1020 } },
    ...parts,
  };
}

/** The facts as they are once the effects were carried out at a moment. */
export function applied(facts: StewardFacts, effects: readonly StewardEffect[], at: Date): StewardFacts {
  return effects.reduce((known, effect) => applyOne(known, effect, at), facts);
}

function applyOne(facts: StewardFacts, effect: StewardEffect, at: Date): StewardFacts {
  const [write] = wordStewardship([effect], { repository: 'acme/rfcs', repositoryId: 1, url: repository.url, timezone: 'UTC' });
  const createdAt = at.toISOString();
  const comment = (body: string) => ({ id: 1, body, createdAt, url: '' });
  const change = (number: number, to: (issue: OwnIssue) => Partial<OwnIssue>) => ({ ...facts, issues: facts.issues.map((issue) => (issue.number === number ? { ...issue, ...to(issue) } : issue)) });
  switch (write?.kind) {
    case 'open-issue': {
      const number = 100 + facts.issues.length;
      const issue = { number, url: `${repository.url}/issues/${number}`, title: write.title, body: write.body, isOpen: true, isReopened: false, createdAt, closedAt: null, notes: [] };
      return { ...facts, issues: [...facts.issues, issue] };
    }
    case 'create-comment':
      if (facts.digestIssue?.number === write.on) return { ...facts, digestIssue: { ...facts.digestIssue, comments: [...facts.digestIssue.comments, comment(write.body)] } };
      return change(write.on, ({ notes }) => ({ notes: [...notes, comment(write.body)] }));
    case 'close-issue':
      return change(write.number, () => ({ isOpen: false, closedAt: createdAt, body: write.body }));
    case 'mark-issue':
      return change(write.number, () => ({ body: write.body }));
    case 'post-to-chat':
      return { ...facts, chat: [...(facts.chat ?? []), write.event] };
    default:
      throw new Error('an effect has no words');
  }
}
