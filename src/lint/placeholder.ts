/** Recognises what templates leave for somebody to fill in. https://adr.github.io/madr is one of many that do. */
import { foldLabel } from './label.ts';

const longest = 400;
const nothingNamed = /^[\s\p{P}\p{S}]*$/u;
const undecided =
  /^(?:tb[dac]|t\.b\.d\.?|todo|fixme|xxx+|n\/?a|n\.a\.?|none(?: yet)?|(?:nobody|no[- ]one)(?: yet)?|unknown|unassigned|undecided|pending|vacant|(?:\w+ )?to be \w+|not (?:yet )?\w+|needs? (?:an? )?\w+)(?=$|[\s.,:;!?()[\]–—-])(?!['’-]?\p{L})/iu;
const wrapped = /^(?:\[[^\]]*\]|<[^>]*>|\{\{[^}]*\}\}|\$?\{[^}]*\}|%[^%]*%|\([^)]*\)|_+[^_]*_+|\[\[.*\]\])$/;
// What stands between the brackets of a template: a request for a name, not a name.
const request =
  /\b(?:names?|here|lists?|everyone|your|insert|user-?names?|logins?|handles?|persons?|people|owners?|deciders?|makers?|approvers?\d*|who|fill|someone|somebody|tbd|todo|github|e-?mails?|appointed|assigned|optional|placeholder|x+)\b/i;
const stockNames =
  /^@?(?:(?:your|the|my)?[-_ ]?(?:github|gh)?[-_ ]?(?:user[-_ ]?)?(?:name|handle|login|id)|user(?:[-_ ]?\d)?|your[-_ ]?(?:user|team)?|some(?:one|body)|person(?:[-_ ]?[\da-z])?|(?:decision[-_ ])?(?:owner|maker)|decider\d?|approver\d?|reviewer\d?|first ?name(?: last ?name)?|full ?name|j(?:ane|ohn)[-_. ]?doe|a\.? ?n\.? (?:expert|other)(?: \([^)]*\))?|foo(?:bar)?|whoever|whomever|tb[dac]|todo|fixme)$/i;
// What a template says in words: `Your name here`, `Insert the decider`, `Name of the person who decides`, `$OWNER`.
const requestInWords =
  /^(?:(?:your |the |full )?names? (?:here|of .{1,40}|(?:and )?surname)|(?:insert|enter|add|fill in|put)(?: (?:a|an|the|your|one))?(?: [\w-]+)? (?:names?|persons?|people|handles?|logins?|usernames?|owners?|deciders?|approvers?)\b.{0,40}|first(?: ?name)?,? (?:and )?last(?: ?name)?|\$[A-Z][A-Z_]*)$/i;
// `[Name here] (@username)`: nobody is named outside the parentheses, nor inside.
const withParentheses = /^([^()]{1,100})\(([^()]{1,100})\)$/;
const bracketedMention = /^[<[]@[A-Za-z0-9][\w-]*[>\]]$/;
const angleRequest = /^@?(?:<[^@>]*>|\{[A-Z_]+\}|\{\{[^}]*\}\})$/;

function isRequest(text: string): boolean {
  return stockNames.test(text) || requestInWords.test(text) || angleRequest.test(text);
}

function isTwice(text: string, templateTexts: ReadonlySet<string>): boolean {
  const [, outside, inside] = withParentheses.exec(text) ?? [];
  return outside !== undefined && inside !== undefined && isPlaceholder(outside, templateTexts) && isPlaceholder(inside, templateTexts);
}

function namesSomebody(text: string): boolean {
  return bracketedMention.test(text) || /(?:^|[\s(,])@[A-Za-z0-9]|\S@\S+\.\S/.test(text);
}

/** A text too long for a name: only what is quick to tell is looked for. */
function isLongPlaceholder(text: string, templateTexts: ReadonlySet<string>): boolean {
  if (nothingNamed.test(text) || templateTexts.has(foldLabel(text))) return true;
  return undecided.test(text) && !/(?:^|[\s(,])@[A-Za-z0-9]/.test(text);
}

/** Whether a text names nobody: empty, a mark for later, or what a template asks for. */
export function isPlaceholder(text: string, templateTexts: ReadonlySet<string> = new Set()): boolean {
  if (text.length > longest) return isLongPlaceholder(text.trim(), templateTexts);
  const trimmed = text.trim().replace(/[\s.,:;]+$/, '');
  if (nothingNamed.test(trimmed) || templateTexts.has(foldLabel(text))) return true;
  if (isRequest(trimmed) || isTwice(trimmed, templateTexts)) return true;
  if (namesSomebody(trimmed)) return false;
  if (undecided.test(trimmed)) return true;
  return wrapped.test(trimmed) && asks(trimmed);
}

/** Whether a text in brackets asks for a name: as a variable does, or in words. */
function asks(text: string): boolean {
  return /^(?:<|\{\{|\$\{|%)/.test(text) || request.test(text.replaceAll('_', ' ')) || undecided.test(text.slice(1));
}
