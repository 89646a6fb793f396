/** Shorter quotations, where a record has no room for longer ones: the words themselves stand where they were written. */
import type { Decision, Reasoned, Record, Term } from './record-schema.ts';

/** The same with at most so many characters of why anybody objects: of objections there may be hundreds. */
export function withShortReasons(record: Record, length: number): Record {
  return { ...record, objections: record.objections.map((objection) => ({ ...objection, why: cut(objection.why, length), answered: cutReason(objection.answered, length), setAside: cutReason(objection.setAside, length) })) };
}

/** The same with at most so many characters of everything else that people said. */
export function withShortQuotes(record: Record, length: number): Record {
  const { terms, escalations, waits, decisions, tensions, citations, namedOwner, wordings } = record;
  return {
    ...record,
    terms: terms.map((term) => shortTerm(term, length)),
    escalations: escalations.map((escalation) => ({ ...escalation, why: cutAny(escalation.why, length) })),
    waits: waits.map((wait) => ({ ...wait, why: cut(wait.why, length) })),
    decisions: decisions.map((decision) => shortDecision(decision, length)),
    tensions: tensions.map((tension) => ({ ...tension, principle: cut(tension.principle, length), why: cut(tension.why, length) })),
    wordings: wordings.map((wording) => ({ ...wording, editorial: cutReason(wording.editorial, length) })),
    citations: citations.map((citation) => ({ ...citation, principle: cut(citation.principle, length) })),
    namedOwner: namedOwner === null ? null : { ...namedOwner, why: cut(namedOwner.why, length) },
  };
}

function shortTerm(term: Term, length: number): Term {
  const { scope, ended } = term;
  return { ...term, scope: cutAny(scope, length), ended: ended === null ? null : { ...ended, note: cutAny(ended.note, length) } };
}

function shortDecision(decision: Decision, length: number): Decision {
  const { why, reopened, reviewed } = decision;
  return {
    ...decision,
    why: cut(why, length),
    reopened: reopened === null ? null : { ...reopened, why: cut(reopened.why, length) },
    reviewed: reviewed === null ? null : { ...reviewed, why: cut(reviewed.why, length) },
  };
}

function cutReason(reasoned: Reasoned | null, length: number): Reasoned | null {
  return reasoned === null ? null : { ...reasoned, why: cut(reasoned.why, length) };
}

function cutAny(text: string | null, length: number): string | null {
  return text === null ? null : cut(text, length);
}

function cut(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length <= length ? text : characters.slice(0, length).join('');
}
