import type * as z from 'zod/mini';
import type { RuleSeverity } from '../config/severity.ts';

/** What every rule is: one object, described once; docs, config schema and tests are made from it. */
export interface Rule<Options = unknown> {
  id: string;
  /** One sentence for `unpause rules`; the doc comment of the file says the rest. */
  summary: string;
  severity: RuleSeverity;
  fixable: boolean;
  /** Needs the network, so only a shell with a token can judge it. */
  online: boolean;
  options: z.ZodMiniType<Options> | null;
}
