/**
 * The nouns of a report: what was read in each document and what was found there.
 * Lines and columns count from 1, columns in UTF-16 code units, as editors and GitHub count them.
 */
import type { Severity } from '../config/severity.ts';

export type Form = 'frontmatter' | 'bold' | 'plain' | 'list' | 'table' | 'heading';

/** One person (or team) named as an owner, as rendered. `login` is null where the text is no GitHub handle. */
export interface Owner {
  text: string;
  login: string | null;
  team: boolean;
  line: number;
  column: number;
}

/** The Decision Owner field of a document; all but `owners` is empty where there is none. */
export interface Decision {
  present: boolean;
  /** The label as written. */
  field: string | null;
  form: Form | null;
  line: number | null;
  /** The field holds nothing, or nothing but placeholders. */
  placeholder: boolean;
  owners: Owner[];
}

/** The value of another field, as rendered. */
export interface FieldText {
  text: string;
  line: number;
}

/** Somebody whom the field *Consulted* names. */
export interface Consultee {
  text: string;
  /** Null where the words are no handle, and the config maps them to none. */
  login: string | null;
  /** `acme/infra`; null for everybody else. */
  team: string | null;
}

/** The stretch of text a finding points at; the end is exclusive. */
export interface Place {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** Replaces `text.slice(start, end)` with `text`; an insertion where start equals end. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

export interface Finding extends Place {
  rule: string;
  severity: Severity;
  message: string;
  /** The change that mends it, where one is certain; a report says `fixable`, not how. */
  fix: Edit | null;
  /** Where the rule is explained. */
  url: string;
}

/** A rule that could not be judged, and why: never the same as "nothing found". */
export interface NotChecked {
  rule: string;
  reason: string;
}

export interface DocumentResult {
  path: string;
  decision: Decision;
  /** The other fields found, by key (`decideBy`, `domain`, …), in document order. */
  fields: Record<string, FieldText>;
  /** In the order written, each once. */
  consulted: Consultee[];
  findings: Finding[];
  notChecked: NotChecked[];
}

export interface Summary {
  documents: number;
  errors: number;
  warnings: number;
  advice: number;
  fixable: number;
}

export interface Report {
  version: 1;
  results: DocumentResult[];
  summary: Summary;
}
