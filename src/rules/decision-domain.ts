/**
 * The document belongs to one domain that the config knows, and somebody who owns decisions there decides.
 *
 * A domain says who may decide, by which rule, and whose thoughts are asked for. It is told by the document's field
 * (`**Domain**: api`), else by the RFC's labels, else by the document's path. Reported are a domain that the config does
 * not know, two that fit in the same way, none at all, and a Decision Owner who is not among the domain's `owners`. Where
 * these hold a team, nobody is reported: the owner may be a member of it.
 *
 * Off until `domains` are configured, then a warning: a domain shows people what is agreed, and blocks nothing. Labels are
 * known to the App, and to the Action on pull requests; where they are not, and could tell the domain, that none is told
 * is advice.
 */
import { excerpt } from '../lint/excerpt.ts';
import { valueSpan } from '../lint/facts.ts';
import type { DomainFit } from '../lint/fit-domains.ts';
import { titleSpan } from '../lint/insert-field.ts';
import { renderNearest, renderOneOf } from '../lint/name-choices.ts';
import { onlyDomain, type OnlyDomain } from '../lint/only-domain.ts';
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

/** Whether a label, which nobody knows here, might say what the rest does not. */
function mayBeLabelled({ document, config }: Context): boolean {
  return document.source.labels === undefined && Object.values(config.domains).some(({ when }) => when.labels.length > 0);
}

/** Reports what a label would answer: softly where there may be one. */
function reportUnlabelled(message: string, context: Context): void {
  const place = fieldSpan(context);
  if (!mayBeLabelled(context)) context.report({ message, ...place });
  else context.report({ message: `${message} (a label may tell it too; labels are not known here)`, ...place, severity: 'advice' });
}

/** Who may own decisions in a domain; null where it is anybody, or where who is in a team would have to be known. */
function mayOwn({ asks }: OnlyDomain): readonly string[] | null {
  return asks.owners.length === 0 || asks.owners.some((owner) => owner.includes('/')) ? null : asks.owners;
}

function reportForeignOwners(context: Context): void {
  const only = onlyDomain(context);
  const owners = only && mayOwn(only);
  if (only === null || owners === null) return;
  const logins = new Set(owners.map((owner) => owner.toLowerCase()));
  const expected = `${renderOneOf(owners.map((owner) => `@${owner}`))}, who may own decisions there`;
  for (const { login, text, start, end } of context.facts.owners[0]?.people ?? []) {
    if (login === null || logins.has(login.toLowerCase())) continue;
    context.report({ message: `Unexpected owner \`${excerpt(text)}\` in the ${only.shown}, expected ${expected}`, start, end });
  }
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
  if (by === 'path') reportUnlabelled(`${several} by path, expected one: ${write}`, context);
  if (by === null && unknown.length === 0) reportUnlabelled(`Missing domain, expected ${renderOneOf(all)}: ${write}`, context);
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
    if (domain.names.length === 1) reportForeignOwners(context);
    else reportNotOne(domain, context);
  },
});
