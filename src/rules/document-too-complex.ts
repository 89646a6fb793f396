/**
 * The document can be judged within reasonable bounds.
 *
 * A block of more than 256 kB, quotes nested a hundred deep, or thousands of unpaired brackets are beyond what people
 * write by hand, and parsing them takes minutes. What stands in such a place is not judged, and this finding says so,
 * rather than letting it pass. Split the block with a blank line or a heading, or keep generated content in another file.
 */
import { defineRule } from './define-rule.ts';

export const documentTooComplex = defineRule({
  id: 'document-too-complex',
  summary: 'The document can be judged within reasonable bounds.',
  severity: 'error',
  fixable: false,
  online: false,
  options: null,
  check({ document, report }) {
    // One finding is enough: what makes a document too complex usually does so many times.
    const [first] = document.refusals;
    if (first === undefined) return;
    const message = `Unexpected ${first.reason}: what stands here could not be judged; a shorter or simpler block can`;
    report({ message, start: first.offset, end: first.offset });
  },
});
