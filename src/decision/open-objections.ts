/** Which objections stand: nobody has withdrawn them, and the Decision Owner has not set them aside. */
import type { Objection, Record } from './record-schema.ts';

/** Whether an objection stands; an answer alone settles none. */
export function isOpen({ withdrawnAt, setAside }: Pick<Objection, 'withdrawnAt' | 'setAside'>): boolean {
  return withdrawnAt === null && setAside === null;
}

/** Those that stand, the earliest first. */
export function openObjections({ objections }: Pick<Record, 'objections'>): Objection[] {
  return objections.filter(isOpen);
}
