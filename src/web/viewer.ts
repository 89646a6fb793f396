/** Who looks at a page, and what of it is theirs to see. Nothing is shown, linked or counted outside of it. */
import type { Person } from '../decision/people.ts';
import type { Visible } from '../store/visible.ts';

export interface Viewer {
  /** Null where nobody is signed in. */
  person: Person | null;
  visible: Visible;
}

/** Asked anew for each request; a look-up that fails throws, and is never an earlier answer. */
export type FindViewer = (request: Request) => Promise<Viewer>;

/** Nobody is signed in, and nothing is public. */
export const stranger: Viewer = { person: null, visible: [] };

/** Who is not signed in and may see nothing is asked to sign in. */
export function isStranger({ person, visible }: Viewer): boolean {
  return person === null && visible !== 'all' && visible.length === 0;
}
