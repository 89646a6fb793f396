/**
 * All rules, in the order in which they look at a document. `document-too-complex` comes last: only when the others
 * have asked for what they need is it known what could not be read.
 */
import type { Rule } from '../lint/rule.ts';
import { consulted } from './consulted.ts';
import { decideBy } from './decide-by.ts';
import { decisionDomain } from './decision-domain.ts';
import { decisionOwnerFilled } from './decision-owner-filled.ts';
import { decisionOwnerHandle } from './decision-owner-handle.ts';
import { decisionOwnerKnown } from './decision-owner-known.ts';
import { decisionOwnerPerson } from './decision-owner-person.ts';
import { decisionOwnerRequired } from './decision-owner-required.ts';
import { decisionOwnerSingle } from './decision-owner-single.ts';
import { decisionRung } from './decision-rung.ts';
import { documentEncoding } from './document-encoding.ts';
import { documentTooComplex } from './document-too-complex.ts';
import { outcomeReview } from './outcome-review.ts';
import { principles } from './principles.ts';
import { requiredSections } from './required-sections.ts';
import { suppression } from './suppression.ts';

export const rules = [
  decisionOwnerRequired,
  decisionOwnerFilled,
  decisionOwnerSingle,
  decisionOwnerPerson,
  decisionOwnerHandle,
  decisionOwnerKnown,
  decideBy,
  decisionDomain,
  decisionRung,
  consulted,
  principles,
  requiredSections,
  outcomeReview,
  suppression,
  documentEncoding,
  documentTooComplex,
] as readonly Rule[];
