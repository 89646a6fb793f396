/**
 * A suppression comment names a rule and a reason.
 *
 * `<!-- unpause-disable RULE: reason -->` holds for the document, `<!-- unpause-disable-next-line RULE: reason -->` for
 * the next line. The reason is required, because the next reader will ask. The rules `decision-owner-*` cannot be
 * suppressed in a document unless the config says `lint.suppressions: all`: a pull request does not change the rules
 * that judge it.
 */
import { defineRule } from './define-rule.ts';

export const suppression = defineRule({
  id: 'suppression',
  summary: 'A suppression comment names a rule and a reason.',
  severity: 'warning',
  fixable: false,
  online: false,
  options: null,
  check({ suppressionMistakes, report }) {
    for (const mistake of suppressionMistakes) report(mistake);
  },
});
