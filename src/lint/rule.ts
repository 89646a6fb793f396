/** What a rule is, and what it is given. The engine knows rules by this shape only. */
import type * as z from 'zod/mini';
import type { Config } from '../config/schema.ts';
import type { RuleSeverity, Severity } from '../config/severity.ts';
import type { Document } from './document.ts';
import type { Facts } from './facts.ts';
import type { DomainFit } from './fit-domains.ts';
import type { PeopleBook } from './people.ts';
import type { Preset } from './presets.ts';
import type { Edit } from './report.ts';
import type { SuppressionMistake } from './suppressions.ts';

/** What a rule reports: the message, where, and the edit that mends it where one is certain. */
export interface Complaint {
  message: string;
  start: number;
  end: number;
  fix?: Edit | null;
  /** Where one complaint weighs less than the rule's others. */
  severity?: Severity;
  /** It could not be judged here, and the message says why: that is not the same as nothing found. */
  isUnchecked?: boolean;
}

export interface RuleContext<Options> {
  document: Document;
  facts: Facts;
  preset: Preset;
  config: Config;
  book: PeopleBook;
  /** Which domain the document belongs to; null where none are configured. */
  domain: DomainFit | null;
  suppressionMistakes: readonly SuppressionMistake[];
  options: Options;
  now: Date;
  report: (complaint: Complaint) => void;
}

export interface Rule<Options = unknown> {
  /** kebab-case, as in the config. */
  id: string;
  /** One sentence for lists of rules; the doc comment of the file says the rest. */
  summary: string;
  /** The severity where neither preset nor config says otherwise. */
  severity: RuleSeverity;
  /** The severity, in place of that, once the config has `domains`. */
  withDomains?: Severity;
  fixable: boolean;
  /** Needs the network: judged by a shell that has a token, by nobody else. */
  online: boolean;
  /** Options and their defaults; null where the rule has none. */
  options: z.ZodMiniType<Options> | null;
  /** Reports through the context; returns nothing and never throws. */
  check: (context: RuleContext<Options>) => void;
}
