/** One decision as a Markdown Architectural Decision Record (MADR 4), in a file of its own. */
import type { LogEntry, LogVoice } from '../../decision/log/entry.ts';
import { dayOf } from '../../decision/zone-days.ts';
import { markdownText } from '../markdown-text.ts';
import { factsOf, personName } from './log-facts.ts';
import { factLine } from './log-markdown.ts';

const longestSlug = 60;

/** `0007-rotate-signing-keys.md`; a later decision about the same RFC has its count behind the number. */
export function madrName({ number, n, question }: Pick<LogEntry, 'number' | 'n' | 'question'>): string {
  const words = question.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, longestSlug).replace(/^-+|-+$/g, '');
  const count = n === 1 ? '' : `-${n}`;
  return `${String(number).padStart(4, '0')}${count}-${words === '' ? 'decision' : words}.md`;
}

/** MADR's words for how a decision stands. */
const statuses: Readonly<Record<LogEntry['result'], string>> = {
  accepted: 'accepted',
  rejected: 'rejected',
  deferred: 'proposed',
  superseded: 'superseded',
  'merged-without-decision': 'merged without a decision',
};

export function renderMadr(entry: LogEntry): string {
  const { question, context, result, by, owner, at, voices, why, n, number } = entry;
  const deciders = [by ?? owner].filter((person) => person !== null).map(personName);
  const people = (...stances: LogVoice['stance'][]) => voices.filter(({ stance }) => stances.includes(stance)).map(({ person }) => personName(person));
  return `---
status: ${yamlText(statuses[result])}
date: ${dayOf(at)}
decision-makers: ${yamlList(deciders)}
consulted: ${yamlList(people('support', 'abstain', 'heard', 'objects'))}
informed: ${yamlList(people('silent'))}
---

# ${markdownText(question) || `RFC ${number}`}

## Context and Problem Statement

${markdownText(context) || 'The proposal says no more than its title.'}

## Decision Outcome

${n === 0 ? 'It was merged without a decision.' : `${outcomeSentence(entry)}${why === null || why === '' ? '' : ` because: ${markdownText(why)}`}`}

## More Information

${factsOf(entry).map(factLine).join('\n')}
`;
}

function outcomeSentence({ outcome }: LogEntry): string {
  if (outcome === 'accept') return 'Chosen option: the proposal,';
  return outcome === 'reject' ? 'Chosen option: not to do as proposed,' : 'Put off,';
}

/** A JSON text is a YAML text too. */
function yamlText(text: string): string {
  return JSON.stringify(text.replace(/\p{Cs}/gu, '\ufffd'));
}

function yamlList(items: readonly string[]): string {
  return `[${items.map(yamlText).join(', ')}]`;
}
