/** Recognises what templates leave for somebody to fill in. https://adr.github.io/madr is one of many that do. */
import { foldLabel } from './label.ts';

const nothingNamed = /^[\s\p{P}\p{S}]*$/u;
const undecided =
  /^(?:tb[dac]|t\.b\.d\.?|todo|fixme|xxx+|n\/?a|none(?: yet)?|nobody(?: yet)?|unknown|unassigned|undecided|pending|vacant|(?:\w+ )?to be \w+|not (?:yet )?\w+|needs? (?:an? )?\w+)(?=$|[\s.,:;!?()[\]–—-])(?!['’-]?\p{L})/iu;
const wrapped = /^(?:\[[^\]]*\]|<[^>]*>|\{\{[^}]*\}\}|\$?\{[^}]*\}|%[^%]*%|\([^)]*\)|_+[^_]*_+|\[\[.*\]\])$/;
// What stands between the brackets of a template: a request for a name, not a name.
const request =
  /\b(?:names?|here|lists?|everyone|your|insert|user-?names?|logins?|handles?|persons?|people|owners?|deciders?|makers?|approvers?\d*|who|fill|someone|somebody|tbd|todo|github|e-?mails?|appointed|assigned|optional|placeholder|x+)\b/i;
const stockNames =
  /^@?(?:(?:your|the|my)?[-_ ]?(?:github|gh)?[-_ ]?(?:user[-_ ]?)?(?:name|handle|login|id)|user(?:[-_ ]?\d)?|your[-_ ]?(?:user|team)?|some(?:one|body)|person(?:[-_ ]?[\da-z])?|(?:decision[-_ ])?(?:owner|maker)|decider\d?|approver\d?|reviewer\d?|first ?name(?: last ?name)?|full ?name|j(?:ane|ohn)[-_. ]?doe|a\.? ?n\.? (?:expert|other)(?: \([^)]*\))?|foo(?:bar)?|whoever|whomever)$/i;
const angleRequest = /^@?(?:<[^@>]*>|\{[A-Z_]+\}|\{\{[^}]*\}\})$/;

/** Whether a text names nobody: empty, a mark for later, or what a template asks for. */
export function isPlaceholder(text: string, templateTexts: ReadonlySet<string> = new Set()): boolean {
  const trimmed = text.trim().replace(/[\s.,:;]+$/, '');
  if (nothingNamed.test(trimmed) || templateTexts.has(foldLabel(text))) return true;
  if (stockNames.test(trimmed) || angleRequest.test(trimmed)) return true;
  if (/(?:^|[\s(,])@[A-Za-z0-9]|\S@\S+\.\S/.test(trimmed)) return false;
  if (undecided.test(trimmed)) return true;
  if (!wrapped.test(trimmed)) return false;
  return /^(?:<|\{\{|\$\{|%)/.test(trimmed) || request.test(trimmed);
}
