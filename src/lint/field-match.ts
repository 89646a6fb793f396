import type { FieldKey } from './presets.ts';
import type { Form } from './report.ts';
import type { Segment } from './value.ts';

/** A field as it was found, before anybody is recognised in its value. */
export interface FieldMatch {
  key: FieldKey;
  label: string;
  form: Form;
  /** Where the label was written. */
  start: number;
  end: number;
  segments: Segment[];
}
