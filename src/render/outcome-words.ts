import type { Outcome } from '../decision/record-schema.ts';

/** After "was". */
export const outcomeWords: Readonly<Record<Outcome, string>> = { accept: 'accepted', reject: 'rejected', defer: 'deferred' };
