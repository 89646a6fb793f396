import { fnv1a64 } from './fnv1a64.ts';

/** Where a message points at other lines, the numbers move with every edit above them. */
const positions = /\b(lines?|columns?)\s+\d+(?:(?:\s*,\s*|\s*[-–]\s*|\s+(?:and|or|to)\s+)\d+)*/gi;

interface Identified {
  rule: string;
  path: string;
  message: string;
}

/**
 * Gives each finding an identity that outlives edits around it: the hash of rule, path and
 * message, and which of its equals in the document it is. The message is what stands for the
 * flagged text, which a report does not hold: it quotes what it is about, so two missing sections
 * stay two findings. Line numbers, columns and white space do not count. Moving text changes nothing; another
 * owner, a renamed file or a reworded message makes a new finding.
 */
export function createFingerprints(): (finding: Identified) => string {
  const seen = new Map<string, number>();
  return ({ rule, path, message }) => {
    const content = message.replace(positions, '$1').replace(/\s+/g, ' ').trim();
    const hash = fnv1a64(JSON.stringify([rule, path, content]));
    const ordinal = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, ordinal);
    return `${hash}:${ordinal}`;
  };
}
