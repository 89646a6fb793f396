/** The index of the last of some ascending offsets that is at or before `offset`; 0 where none is. */
export function lastAtOrBefore(ascending: readonly number[], offset: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
