/**
 * Every RFC names its Decision Owner: the one person who makes the final call after hearing input.
 *
 * Teams that share ownership rarely fight, they wait. A document that does not say who decides leaves everybody
 * waiting for somebody else. One line ends that, and it is easier to write at the start than in the third week.
 *
 * Any written form counts: a labelled line, bold or not, in a list, a table, a heading or front matter. Which labels
 * count is up to the preset and to `lint.owner.aliases`. A document whose fields stand in a file beside it (the
 * `kep.yaml` of a KEP) needs none of its own. `--fix` inserts the preset's line with its placeholder, which
 * `decision-owner-filled` then asks to be filled in.
 *
 * Turn it off where a fixed group decides everything, and say so in your process instead.
 */
import { insertField } from '../lint/insert-field.ts';
import { defineRule } from './define-rule.ts';

export const decisionOwnerRequired = defineRule({
  id: 'decision-owner-required',
  summary: 'The document names a Decision Owner.',
  severity: 'error',
  fixable: true,
  online: false,
  options: null,
  check({ document, facts, preset, report }) {
    if (facts.owners.length > 0 || document.source.carriedBy !== undefined) return;
    // What could not be read may well name an owner: `document-too-complex` says so.
    if (document.refusals.length > 0) return;
    const [term] = preset.terms;
    const { place, edit } = insertField(document, preset);
    report({
      message: `Missing ${term}, expected one person who makes the final call: add a line such as \`${preset.template.line}\` with a name`,
      start: place.start,
      end: place.end,
      fix: edit,
    });
  },
});
