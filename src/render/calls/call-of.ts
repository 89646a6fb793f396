import type { Call } from '../../decision/calls.ts';

/** A call of one kind. */
export type CallOf<Kind extends Call['kind']> = Extract<Call, { kind: Kind }>;
