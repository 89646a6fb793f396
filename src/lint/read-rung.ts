import { rungs, type Rung } from '../config/schema-domains.ts';
import { foldLabel } from './label.ts';

/** The rung that the value of a field names; null where it is none of the ladder's. */
export function readRung(text: string): Rung | null {
  const folded = foldLabel(text);
  return rungs.find((rung) => rung === folded) ?? null;
}
