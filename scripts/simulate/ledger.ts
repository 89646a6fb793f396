/** Who drives what and who called when, on all RFCs: what the index of a server keeps from one look for the looks at other RFCs. */
import { remembered } from '../../src/decision/dri-load.ts';
import type { Load } from '../../src/decision/load.ts';
import type { Record } from '../../src/decision/record-schema.ts';
import type { HeldTerm } from './helper.ts';
import { day } from './work-clock.ts';
import type { Staff } from './staff.ts';

export interface Ledger {
  /** Puts the terms of an RFC's record in the place of those that are kept of it. */
  keep: (rfc: number, record: Record) => void;
  noteCall: (at: number) => void;
  callsOn: (at: number) => number;
  /** What is known of everybody's work on the other RFCs. */
  loadFor: (rfc: number, at: number) => Load;
  /** Every term there was. */
  terms: () => readonly HeldTerm[];
}

export function openLedger(staff: Staff): Ledger {
  const terms = new Map<string, HeldTerm>();
  const recent = new Map<string, HeldTerm>();
  const callsOn = new Map<number, number>();
  const absences = [...staff.absences].flatMap(([person, times]) =>
    times.map(({ from, until }) => ({ from, until, absence: { person, from: new Date(from).toISOString(), until: new Date(until).toISOString() } })),
  );

  /** Whose term still weighs; the others need not be gone through again. */
  function recentTerms(rfc: number, at: number): HeldTerm[] {
    for (const [key, term] of recent) if (term.endedAt !== null && Date.parse(term.startedAt) <= at - remembered) recent.delete(key);
    return [...recent.values()].filter((term) => term.rfc !== rfc);
  }

  function callsToday(at: number): number {
    return callsOn.get(Math.floor(at / day)) ?? 0;
  }

  return {
    keep(rfc, record) {
      for (const { n, holder, startedAt, dueAt, ended, how } of record.terms) {
        const key = `${rfc}/${n}`;
        const term: HeldTerm = { rfc, holder: holder.id, startedAt, dueAt, endedAt: ended?.at ?? null, isVolunteered: how === 'taken' };
        terms.set(key, term);
        recent.set(key, term);
      }
    },
    noteCall(at) {
      const today = Math.floor(at / day);
      callsOn.set(today, (callsOn.get(today) ?? 0) + 1);
    },
    callsOn: callsToday,
    loadFor: (rfc, at) => ({
      terms: recentTerms(rfc, at),
      absences: absences.filter(({ from, until }) => from <= at && until > at - remembered).map(({ absence }) => absence),
      callsToday: callsToday(at),
    }),
    terms: () => [...terms.values()],
  };
}
