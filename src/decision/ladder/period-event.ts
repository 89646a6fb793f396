/**
 * A period in the name of the call that tells everybody of it: all that was frozen is read back from the timeline alone.
 * `period.1.consent.api.local.m4zx1c00.m57a1c00.m5fb4c00.2-working-days.0..583231.octocat`: its number, rung, domain and
 * zone, when it begins, ends and ends at the latest, what more there can be, the quorum, teams, and the people.
 */
import { parseDuration } from '../../config/duration.ts';
import { rungs, zones } from '../../config/schema-domains.ts';
import { instantOf } from '../activity.ts';
import type { Person } from '../people.ts';
import type { Period } from '../record-schema.ts';

export function periodEvent({ n, rung, domain, zone, from, until, last, more, quorum, teams, entitled }: Period): string {
  const people = entitled.flatMap(({ id, login }) => [id, escaped(login)]);
  return ['period', n, rung, domain ?? '', zone, ...[from, until, last].map(stamp), more.replace(' ', '-'), quorum, escaped(teams.join(' ')), ...people].join('.');
}

/** What comes after `period.`; null where it is none. */
export function readPeriodEvent(parts: readonly string[]): Period | null {
  const part = (index: number) => parts[index] ?? '';
  const more = part(7);
  const period = {
    n: readCount(part(0)),
    rung: rungs.find((rung) => rung === part(1)) ?? null,
    zone: zones.find((zone) => zone === part(3)) ?? null,
    entitled: readPeople(parts.slice(10)),
    from: readStamp(part(4)),
    until: readStamp(part(5)),
    last: readStamp(part(6)),
    more: parseDuration(more).ok ? more.replace('-', ' ') : null,
    quorum: readCount(part(8)),
  };
  if (!isWhole(period)) return null;
  const teams = unescaped(part(9)).split(' ').filter((team) => team !== '');
  return { ...period, domain: part(2) === '' ? null : part(2), teams, extensions: [] };
}

type Whole<Parts> = { [Part in keyof Parts]: NonNullable<Parts[Part]> };

function isWhole<Parts extends object>(parts: Parts): parts is Parts & Whole<Parts> {
  return !Object.values(parts).includes(null);
}

function stamp(at: string): string {
  return Date.parse(at).toString(36);
}

function readStamp(text: string): string | null {
  const moment = Number.parseInt(text, 36);
  return Math.abs(moment) <= lastMoment ? instantOf(moment) : null;
}

/** The last that there is a date for. */
const lastMoment = 8.64e15;

/** Null where they do not come in pairs. */
function readPeople(names: readonly string[]): Person[] | null {
  const people: Person[] = [];
  for (let index = 0; index < names.length; index += 2) {
    const [id = '', login = ''] = names.slice(index, index + 2);
    const number = readCount(id);
    if (number === null || login === '') return null;
    people.push({ id: number, login: unescaped(login) });
  }
  return people;
}

function readCount(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** A mark holds letters, digits and hyphens; a dot ends a part. */
function escaped(text: string): string {
  return text.replace(/[^A-Za-z0-9-]/g, (character) => `_${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function unescaped(text: string): string {
  return text.replace(/_([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
