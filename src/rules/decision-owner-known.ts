/**
 * The Decision Owner's handle exists on GitHub, and belongs to somebody who can see the repository.
 *
 * A typing mistake in a handle names nobody, or somebody else. This rule asks GitHub, so it needs a token: the App and the
 * Action judge it, the command line does not. A look-up that fails is reported as *not checked*, never as unknown.
 */
import type { Severity } from '../config/severity.ts';
import type { Finding, NotChecked, Owner } from '../lint/report.ts';
import { ruleUrl } from '../lint/rule-url.ts';
import { defineRule } from './define-rule.ts';

/** What GitHub says of a handle. */
export type OwnerLookUp =
  | { kind: 'known' }
  | { kind: 'unknown' }
  | { kind: 'no-access' }
  | { kind: 'organization' }
  | { kind: 'not-checked'; reason: string };

export const decisionOwnerKnown = defineRule({
  id: 'decision-owner-known',
  summary: "The Decision Owner's handle exists and can see the repository.",
  severity: 'error',
  fixable: false,
  online: true,
  options: null,
  // Judged by `judgeOwner`, once the shell has looked the handle up.
  check: () => undefined,
});

const complaints = {
  unknown: (login: string) => `Unexpected handle \`@${login}\`, expected one that exists on GitHub: check its spelling`,
  'no-access': (login: string) => `Unexpected handle \`@${login}\`, expected somebody who can see this repository: give them access, or name somebody who has it`,
  organization: (login: string) => `Unexpected organisation \`@${login}\`, expected a person: name who makes the final call`,
} as const;

/** What a look-up means for an owner: a finding, that it was not checked and why, or nothing. */
export function judgeOwner(owner: Owner, lookUp: OwnerLookUp, severity: Severity): Finding | NotChecked | null {
  const { login, line, column, text } = owner;
  if (login === null || lookUp.kind === 'known') return null;
  const rule = decisionOwnerKnown.id;
  if (lookUp.kind === 'not-checked') return { rule, reason: lookUp.reason };
  const message = complaints[lookUp.kind](login);
  return { rule, severity, message, line, column, endLine: line, endColumn: column + text.length, fix: null, url: ruleUrl(rule) };
}
