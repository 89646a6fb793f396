/**
 * The document belongs to one domain that the config knows, and somebody who owns decisions there decides.
 *
 * A domain says who may decide, by which rule, and whose thoughts are asked for. It is told by the document's field
 * (`**Domain**: api`), else by the RFC's labels, else by the files that change: the document, and those that its pull
 * request changes with it. Reported are a domain that the config does not know, two that fit in the same way, none at all,
 * a Decision Owner who is not among the domain's `owners`, and, as advice, a topic that is none of the domain's `topics`.
 * Where the owners hold a team, only GitHub knows who is in it: the App and the Action ask, and where it is not known,
 * *not checked* is said.
 *
 * Off until `domains` are configured, then a warning: a domain shows people what is agreed, and blocks nothing. Labels and
 * the other files of a pull request are known to the App, and to the Action on pull requests; where they are not, and could
 * tell the domain, that none is told is advice.
 */
import type { Severity } from '../config/severity.ts';
import { excerpt } from '../lint/excerpt.ts';
import { valueSpan, valueText } from '../lint/facts.ts';
import type { DomainFit } from '../lint/fit-domains.ts';
import { titleSpan } from '../lint/insert-field.ts';
import { renderNearest, renderOneOf } from '../lint/name-choices.ts';
import { foldLabel } from '../lint/label.ts';
import { onlyDomain } from '../lint/only-domain.ts';
import { isPlaceholder } from '../lint/placeholder.ts';
import type { Finding, NotChecked, Owner } from '../lint/report.ts';
import { ruleUrl } from '../lint/rule-url.ts';
import type { RuleContext } from '../lint/rule.ts';
import { defineRule } from './define-rule.ts';

/** More than that is a field that holds something else. */
const mostReported = 10;

type Context = RuleContext<null>;

function fieldSpan({ document, facts }: Context): { start: number; end: number } {
  const field = facts.fields.get('domain');
  return field === undefined ? titleSpan(document) : valueSpan(field);
}

function reportUnknown(unknown: readonly string[], context: Context): void {
  const { domains } = context.config;
  const names = Object.keys(domains);
  const words = [...names, ...Object.values(domains).flatMap(({ when }) => when.field)];
  for (const word of unknown.slice(0, mostReported)) {
    context.report({ message: `Unexpected domain \`${excerpt(word)}\`, expected ${renderOneOf(names)}${renderNearest(word, words)}`, ...fieldSpan(context) });
  }
}

/** What might say what the rest does not, and nobody knows here. */
function mayTell({ document: { source }, config, domain }: Context): string[] {
  const whens = Object.values(config.domains).map(({ when }) => when);
  const hasLabels = source.labels === undefined && whens.some(({ labels }) => labels.length > 0);
  // Where files tell two already, more of them tell no fewer.
  const hasPaths = source.changed === undefined && domain?.by === null && whens.some(({ paths }) => paths.length > 0);
  return [...(hasLabels ? ['a label'] : []), ...(hasPaths ? ['another changed file'] : [])];
}

/** Reports what a label or a file would answer: softly where there may be one. */
function reportUntold(message: string, context: Context): void {
  const place = fieldSpan(context);
  const others = mayTell(context);
  if (others.length === 0) context.report({ message, ...place });
  else context.report({ message: `${message} (${others.join(' or ')} may tell it too, which is not known here)`, ...place, severity: 'advice' });
}

function isTeam(handle: string): boolean {
  return handle.includes('/');
}

function isNamed(login: string, owners: readonly string[]): boolean {
  return owners.some((owner) => owner.toLowerCase() === login.toLowerCase());
}

function expectedOwner(owners: readonly string[]): string {
  return `expected ${renderOneOf(owners.map((owner) => `@${owner}`))}, who may own decisions there`;
}

/** Who is in a team, only GitHub knows: `judgeTeamOwner` says more once somebody has asked. */
function reportForeignOwners(context: Context): void {
  const only = onlyDomain(context);
  if (only === null || only.asks.owners.length === 0) return;
  const { owners } = only.asks;
  for (const { login, text, start, end } of context.facts.owners[0]?.people ?? []) {
    if (login === null || isNamed(login, owners)) continue;
    const message = `Unexpected owner \`${excerpt(text)}\` in the ${only.shown}, ${expectedOwner(owners)}`;
    context.report(owners.some(isTeam) ? { message: unknownMembers(owners.filter(isTeam)), start, end, isUnchecked: true } : { message, start, end });
  }
}

function unknownMembers(teams: readonly string[]): string {
  return `GitHub was not asked, or does not show, who is in ${teams.map((team) => `@${team}`).join(', ')}`;
}

/** A topic by any other name is found by nobody who looks for it. */
function reportTopic(context: Context): void {
  const field = context.facts.fields.get('topic');
  const only = onlyDomain(context);
  const text = field === undefined ? '' : valueText(field);
  if (field === undefined || only === null || only.asks.topics.length === 0 || isPlaceholder(text)) return;
  const { topics } = only.asks;
  if (topics.some((topic) => foldLabel(topic) === foldLabel(text))) return;
  context.report({ message: `Unexpected topic \`${excerpt(text)}\` in the ${only.shown}, expected ${renderOneOf(topics)}: it may be worth a look${renderNearest(text, topics)}`, ...valueSpan(field), severity: 'advice' });
}

/** Reports that several fit, or none. */
function reportNotOne({ by, names, unknown }: DomainFit, context: Context): void {
  const { document, config, report } = context;
  const several = `Unexpected ${names.length} domains (${names.join(', ')})`;
  if (by === 'field') {
    report({ message: `${several}, expected one: write the name of the one that this decision is about`, ...fieldSpan(context) });
    return;
  }
  if (document.source.carriedBy !== undefined) return;
  const all = Object.keys(config.domains);
  const write = `write it in the document, such as \`**Domain**: ${names[0] ?? all[0]}\``;
  if (by === 'label') report({ message: `${several} by label, expected one: ${write}`, ...fieldSpan(context) });
  if (by === 'path') reportUntold(`${several} by path, expected one: ${write}`, context);
  if (by === null && unknown.length === 0) reportUntold(`Missing domain, expected ${renderOneOf(all)}: ${write}`, context);
}

export const decisionDomain = defineRule({
  id: 'decision-domain',
  summary: 'The document belongs to one domain that the config knows, and one of its owners decides.',
  severity: 'off',
  withDomains: 'warning',
  fixable: false,
  online: false,
  options: null,
  check(context) {
    const { domain } = context;
    if (domain === null) return;
    reportUnknown(domain.unknown, context);
    if (domain.names.length !== 1) {
      reportNotOne(domain, context);
      return;
    }
    reportForeignOwners(context);
    reportTopic(context);
  },
});

/** What GitHub says of the teams among a domain's owners: their members' logins, or null where it does not show them. */
export type TeamLookUp = ReadonlyMap<string, readonly string[] | null>;

/**
 * Judges an owner once the teams were looked up: a finding, that it was not checked and why, or nothing. `owners` are the
 * domain's; the names of teams in `teams` are in lower case.
 */
export function judgeTeamOwner(owner: Owner, { name, owners }: { name: string; owners: readonly string[] }, { teams, severity }: { teams: TeamLookUp; severity: Severity }): Finding | NotChecked | null {
  const { login, line, column, text } = owner;
  if (login === null || isNamed(login, owners)) return null;
  const members = owners.filter(isTeam).map((team) => ({ team, logins: teams.get(team.toLowerCase()) ?? null }));
  if (members.some(({ logins }) => logins !== null && isNamed(login, logins))) return null;
  const rule = decisionDomain.id;
  const hidden = members.filter(({ logins }) => logins === null).map(({ team }) => team);
  if (hidden.length > 0) return { rule, reason: unknownMembers(hidden) };
  const message = `Unexpected owner \`${excerpt(text)}\` in the domain \`${name}\`, ${expectedOwner(owners)}`;
  return { rule, severity, message, line, column, endLine: line, endColumn: column + text.length, fix: null, url: ruleUrl(rule) };
}
