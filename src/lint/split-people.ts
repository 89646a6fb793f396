/** Splits a line of people into the runs of each: `Alice, Bob and @carol` are three, `Alice, team lead` is one. */
import { foldLabel } from './label.ts';
import { namesRole } from './team.ts';
import { RunSlicer, textOf, type Run } from './value.ts';

interface Part {
  from: number;
  to: number;
}

// At the place where it stands: a separator that needs nothing around it, or a word or sign between spaces.
const separator = /(?:[,;、，；]|\s(?:and\/or|and|or)(?=\s|$)|\s[&/](?=\s|$)|[&/](?=@)|\s?[|+]\s*(?=@))\s*(?:(?:and\/or|and|or|&)\s+)?/iy;
// With which the next line of a list goes on: `Alice,` and below it `and Bob`.
const leading = /^\s*(?:and\/or|and|or|[,;&/])\s+(?=\S)/i;
const nextHandle = /\s+(?=@[A-Za-z0-9])/y;
const endsInHandle = /(?:^|[\s,;&/])@[A-Za-z0-9_-]+(?:\s*\([^()]*\))?$/;
// What stands behind a comma and is no other person: `Alice Smith, Jr.`
const suffix = /^(?:jr|sr|ii|iii|ph\.?d|m\.?d|esq)\.?$/i;
const longestPerson = 400;
const emailOnly = /^<?([^\s<>()@]+)@[^\s<>()@]+\.[A-Za-z]{2,}>?$/;

/** For each character, how many brackets around it do close: what stands in them is no list. */
function bracketDepths(text: string): Int32Array {
  const change = new Int32Array(text.length + 1);
  const open: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '(') open.push(index);
    const start = character === ')' ? open.pop() : undefined;
    if (start === undefined) continue;
    change[start] = (change[start] ?? 0) + 1;
    change[index + 1] = (change[index + 1] ?? 0) - 1;
  }
  let depth = 0;
  return change.map((step) => (depth += step));
}

function separatorAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

function cutParts(text: string): Part[] {
  const depths = bracketDepths(text);
  const parts: Part[] = [];
  let from = leading.exec(text)?.[0].length ?? 0;
  let at = from;
  while (at < text.length) {
    const length = depths[at] === 0 ? lengthOfSeparator(text, from, at) : 0;
    if (length > 0) {
      parts.push({ from, to: at });
      from = at + length;
    }
    at += Math.max(length, 1);
  }
  return [...parts, { from, to: text.length }].filter((part) => text.slice(part.from, part.to).trim() !== '');
}

function lengthOfSeparator(text: string, from: number, at: number): number {
  const length = separatorAt(separator, text, at);
  if (length > 0) return length;
  // At the first of several spaces only, so that each is looked at once.
  const spaces = /^\S?\s$/.test(text.slice(Math.max(at - 1, 0), at + 1)) ? separatorAt(nextHandle, text, at) : 0;
  return spaces > 0 && endsInHandle.test(text.slice(Math.max(from, at - 120), at)) ? spaces : 0;
}

/** Whether an address is that of the person named just before it: some part of the name stands in it. */
function isAddressOf(text: string, before: string): boolean {
  if (text.length + before.length > longestPerson) return false;
  const local = emailOnly.exec(text)?.[1];
  if (local === undefined || before.includes('@')) return false;
  const words = foldLabel(before).normalize('NFD').replace(/\p{M}/gu, '').split(/[^a-z0-9]+/);
  return words.some((word) => word.length > 2 && local.toLowerCase().includes(word));
}

function belongsToName(text: string): boolean {
  return namesRole(text) || suffix.test(text);
}

/** The runs of each part of a value, a role or an address going with the person before it. */
export function splitPeople(runs: readonly Run[], source: string): Run[][] {
  const text = textOf(runs);
  const merged: Part[] = [];
  for (const part of cutParts(text)) {
    const last = merged.at(-1);
    const shown = text.slice(part.from, part.to).trim();
    if (last !== undefined && (belongsToName(shown) || isAddressOf(shown, text.slice(last.from, last.to)))) last.to = part.to;
    else merged.push({ ...part });
  }
  const slicer = new RunSlicer(runs, source);
  return merged.map((part) => slicer.slice(part.from, part.to));
}
