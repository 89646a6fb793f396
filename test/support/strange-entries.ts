/** Entries of the decision log in which people wrote anything at all. */
import fc from 'fast-check';
import type { LogEntry } from '../../src/decision/log/entry.ts';
import { alice, aLogEntry } from './a-log-entry.ts';

const marks = ['<script>alert(1)</script>', '"', "'", '&', ',', '\r\n', '\n', '=HYPERLINK("http://x")', '+1', '-1', '@sum', '\t=1', '\0', '\ud800', '\ufffe', ']]>', '--', '`', '](http://x)', '@bob', '#12', '/decide accept', '---\n', '<!-- unpause:status -->', '\u202e'];

/** What people wrote, with all that a format could stumble over. */
export const strangeText = fc.array(fc.oneof(fc.constantFrom(...marks), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 5 }).map((parts) => parts.join(''));

export const strangeEntry: fc.Arbitrary<LogEntry> = fc
  .record({ question: strangeText, context: strangeText, why: strangeText, topic: strangeText, domain: strangeText, principle: strangeText, path: strangeText, number: fc.integer({ min: 1, max: 2 ** 31 - 1 }), n: fc.integer({ min: 0, max: 9 }) })
  .map(({ principle, path, why, ...parts }) => {
    const source = { in: 'comment', id: 1, by: alice.id, hash: 'aa' } as const;
    const reasoned = { by: alice, why, at: '2026-03-09T10:00:00Z', source };
    return aLogEntry({
      ...parts,
      why,
      principles: [principle],
      documents: [{ path, url: path }],
      voices: [{ person: alice, stance: 'support', url: path }],
      objections: [{ by: alice, why, at: '2026-03-08T10:00:00Z', answered: reasoned, withdrawnAt: null, setAside: reasoned }],
      tensions: [{ principle, why, by: alice, at: '2026-03-08T10:00:00Z' }],
    });
  });
