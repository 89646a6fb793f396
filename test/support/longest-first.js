// Jest's testSequencer: on a fresh clone Jest knows no times and goes by the size of the files, and the few that take
// minutes are short ones. Begun last, they would run alone while the other workers have nothing left to do.
import { basename } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/** The longest come first. */
const longest = ['laws-on-the-ladder', 'laws-of-momentum', 'due-wave', 'crash', 'momentum-crash', 'stewards', 'laws-of-deliveries', 'sweep-story', 'end-to-end', 'laws', 'serve', 'crash-workers', 'fit-record'];

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const at = longest.indexOf(basename(path, '.test.ts'));
      return at < 0 ? longest.length : at;
    };
    return super.sort(tests).toSorted((one, other) => place(one) - place(other));
  }
}
