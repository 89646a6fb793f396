const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const quarters = ['first', 'second', 'third', 'fourth'];

/** `2026-10` is `October 2026`, `2026-Q4` is `the fourth quarter of 2026`, `2026-W48` is `week 48 of 2026`. */
export function periodWords(name: string): string {
  const [year = '', part = ''] = name.split('-');
  if (part.startsWith('Q')) return `the ${quarters[Number(part.slice(1)) - 1] ?? ''} quarter of ${year}`;
  if (part.startsWith('W')) return `week ${Number(part.slice(1))} of ${year}`;
  return `${months[Number(part) - 1] ?? ''} ${year}`;
}
