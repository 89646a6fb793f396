import * as z from 'zod/mini';

/** How bad a finding is, worst first. Only an `error` (or too many warnings) fails a run; `advice` never does. */
export const severities = ['error', 'warning', 'advice'] as const;
export type Severity = (typeof severities)[number];

/** What a config may say of a rule: a severity, or `off`. */
export const RuleSeverity = z.enum([...severities, 'off']);
export type RuleSeverity = z.infer<typeof RuleSeverity>;
