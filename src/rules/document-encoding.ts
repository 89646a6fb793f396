/**
 * The document is text in UTF-8.
 *
 * Bytes that cannot be decoded are read as U+FFFD, so a name may come out wrong; everything else is judged as usual.
 * UTF-16 with a byte order mark is decoded and not reported. Save the file as UTF-8 and the finding is gone.
 */
import { defineRule } from './define-rule.ts';

export const documentEncoding = defineRule({
  id: 'document-encoding',
  summary: 'The document is text in UTF-8.',
  severity: 'warning',
  fixable: false,
  online: false,
  options: null,
  check({ document, report }) {
    if (!document.source.undecodable) return;
    const start = Math.max(document.text.indexOf('\uFFFD'), 0);
    report({ message: 'Unexpected bytes that are no UTF-8, expected text: save the file as UTF-8', start, end: Math.min(start + 1, document.text.length) });
  },
});
