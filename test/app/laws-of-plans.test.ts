import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { carryOut, stepsOf } from '../../scripts/simulate/pure-github.ts';
import { defaultConfig, type Config } from '../../src/config/schema.ts';
import { statusComments } from '../../src/decision/markers.ts';
import { reconcile } from '../../src/decision/reconcile.ts';
import { observeRecord } from '../../src/decision/record.ts';
import type { ClickRequest, ObservedDocument, OwnComment, RulesInForce, Snapshot } from '../../src/decision/snapshot.ts';
import { wordPlan } from '../../src/render/word-plan.ts';
import { aBody, aDocument, anIssue, anUnreadDocument, aSeal, aSnapshot, headSha, now, owned, ownerless } from '../support/a-snapshot.ts';
import { markdownDocument } from '../support/markdown-documents.ts';
import { runs, seed } from '../support/property-runs.ts';

const numRuns = runs({ desk: 30, ci: 150, long: 50_000 });

const text = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(owned, ownerless, '# Rotate keys\n\n**Decision Owner**: @alice, @bob\n') }, { weight: 1, arbitrary: markdownDocument });
/** More findings than three requests hold; what would mend them is of no interest. */
const sections = Array.from({ length: 130 }, (_, index) => `Part ${index}`);
const lints: readonly Config['lint']['rules'][] = [{}, { 'required-sections': ['error', { sections }] }, { 'decide-by': 'error' }];
const config = fc
  .record({ 'require-decision': fc.boolean(), 'dry-run': fc.constantFrom(false, false, true), rules: fc.constantFrom(...lints), label: fc.constantFrom('RFC', 'Proposal'), owner: fc.constantFrom<string | false>('needs-decision-owner', false) })
  .map(({ rules, owner, ...rest }): Config => ({ ...defaultConfig, ...rest, labels: { ...defaultConfig.labels, 'needs-decision-owner': owner }, lint: { ...defaultConfig.lint, rules } }));
const labels = fc.uniqueArray(fc.constantFrom('RFC', 'Proposal', 'needs-decision-owner', 'bug'), { maxLength: 3 });
const click = fc.record({ kind: fc.constantFrom<ClickRequest['kind']>('rerun', 'insert-missing'), sha: fc.constantFrom(headSha, 'f'.repeat(40)) });
const rules = fc.record<Partial<RulesInForce>>({ isConfigured: fc.constantFrom(true, true, false), configuredAt: fc.constantFrom('2026-01-05T09:00:00Z', '2026-12-05T09:00:00Z', null) });

/** What GitHub may say of one RFC, before Unpause has said anything or after it was meddled with. */
const world = config.chain((of) =>
  fc
    .record({
      isIssue: fc.constantFrom(false, false, true),
      documents: fc.array(fc.oneof({ weight: 5, arbitrary: text.map((written) => aDocument({ text: written, config: of, withTexts: !('required-sections' in of.lint.rules), diff: [{ start: 1, end: 5 }] })) }, { weight: 1, arbitrary: fc.constant(anUnreadDocument()) }), { maxLength: 3 }),
      body: text,
      rfc: fc.record({ labels, isOpen: fc.constantFrom(true, true, false), isDraft: fc.boolean(), isMerged: fc.boolean() }),
      clicks: fc.array(click, { maxLength: 3 }),
      rules,
      comments: fc.array(fc.constantFrom('<!-- unpause:status -->\nOld words.', '<!-- unpause:status -->\n\n<!-- unpause:record {} -->', 'Another.'), { maxLength: 3 }),
      checkRuns: fc.array(fc.record({ name: fc.constantFrom('Unpause: document', 'Unpause: decision'), isCompleted: fc.boolean() }), { maxLength: 2 }),
    })
    .map((parts) => ({ config: of, snapshot: snapshotOf(parts) })),
);

interface Parts {
  isIssue: boolean;
  documents: readonly ObservedDocument[];
  body: string;
  rfc: Partial<Snapshot['rfc']>;
  clicks: readonly Omit<ClickRequest, 'id'>[];
  rules: Partial<RulesInForce>;
  comments: readonly string[];
  checkRuns: readonly { name: string; isCompleted: boolean }[];
}

function snapshotOf({ isIssue, documents, body, rfc, clicks, comments, checkRuns, ...rest }: Parts): Snapshot {
  return observe(
    aSnapshot({
      ...rest,
      rfc: isIssue ? { ...rfc, ...anIssue, isDraft: false, isMerged: false } : rfc,
      documents: isIssue ? [aBody(body)] : documents.map((document, index) => ({ ...document, path: `rfcs/${index}.md` })),
      comments: comments.map((written, index): OwnComment => ({ id: index + 1, body: written, createdAt: '2026-03-01T10:00:00Z', url: `https://github.com/acme/rfcs/pull/7#c${index + 1}` })),
      checkRuns: isIssue ? [] : checkRuns.map((run, index) => ({ ...run, id: index + 1, externalId: 'rfc-7-0000000000000000', annotations: 0 })),
      clicks: clicks.map((each, index) => ({ ...each, id: `delivery-${index}` })),
    }),
  );
}

/** The record is read anew from what stands in the status comment. */
function observe(snapshot: Snapshot): Snapshot {
  const [first] = statusComments(snapshot.comments);
  return { ...snapshot, record: first === undefined ? { kind: 'none', copy: null } : observeRecord(first.body, { seal: aSeal, copy: null }) };
}

interface Told {
  snapshot: Snapshot;
  config: Config;
}

function stepsFor({ snapshot, config: of }: Told) {
  return stepsOf(wordPlan(reconcile(snapshot, of, now), snapshot, { config: of, seal: aSeal }));
}

/** GitHub after the first so many requests of a look. */
function after({ snapshot, config: of }: Told, requests = Infinity): Told {
  return { config: of, snapshot: observe(stepsFor({ snapshot, config: of }).slice(0, requests).reduce(carryOut, snapshot)) };
}

/** What people see of it, whichever numbers GitHub gave. */
function seen({ snapshot: { rfc, comments, checkRuns } }: Told): unknown {
  const newest = new Map(checkRuns.map(({ name, externalId, isCompleted, annotations }) => [name, { externalId, isCompleted, annotations }]));
  return { labels: [...rfc.labels].sort(), comments: comments.map(({ body }) => body), newest };
}

const check = (property: fc.IRawProperty<unknown>): void => fc.assert(property as fc.IProperty<unknown>, { numRuns, seed });

describe('a look at any RFC', () => {
  it(`plans the same for the same snapshot, and leaves it as it was (${numRuns} runs, seed ${seed})`, () => {
    check(fc.property(world, ({ snapshot, config: of }) => {
      const [copy, other] = [structuredClone(snapshot), structuredClone(snapshot)];
      const plan = reconcile(copy, of, now);
      expect(reconcile(other, structuredClone(of), new Date(now))).toEqual(plan);
      const words = { config: of, seal: aSeal };
      expect(wordPlan(plan, copy, words)).toEqual(wordPlan(structuredClone(plan), other, words));
      expect(copy).toEqual(snapshot);
    }));
  });

  it('has nothing to write once its writes are made', () => {
    check(fc.property(world, (told) => {
      expect(stepsFor(after(told))).toEqual([]);
    }));
  });

  it('comes to the same end after any of its requests was the last before a crash', () => {
    check(fc.property(world, (told) => {
      const expected = seen(after(told));
      for (let requests = 0; requests < stepsFor(told).length; requests++) {
        const again = after(after(told, requests));
        expect(seen(again)).toEqual(expected);
        expect(stepsFor(again)).toEqual([]);
      }
    }));
  });
});
