/** Did you mean …? */

/**
 * The candidate that a misspelt word probably meant, or null where none is close.
 * Case, hyphens, underscores and spaces do not count; a third of the letters may be wrong.
 */
export function nearestWord(word: string, candidates: readonly string[]): string | null {
  const folded = fold(word);
  if (folded === '' || folded.length > 60) return null;
  const allowed = Math.max(1, Math.floor(folded.length / 3));
  let best: string | null = null;
  let bestDistance = allowed + 1;
  for (const candidate of candidates) {
    const distance = editDistance(folded, fold(candidate));
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/g, '');
}

/** How many letters to insert, delete, replace or swap with their neighbour to get from one word to the other. */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const replaced = at(last, column - 1) + (same ? 0 : 1);
      const distance = Math.min(replaced, at(last, column) + 1, at(current, column - 1) + 1);
      current.push(swapped ? Math.min(distance, at(beforeLast, column - 2) + 1) : distance);
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
