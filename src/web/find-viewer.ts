import type { Access } from '../app/access.ts';
import { RefusedViewer } from './refused-viewer.ts';
import { readHeld } from './session-cookie.ts';
import { type FindViewer, stranger } from './viewer.ts';

export interface ViewerParts {
  /** Null until the App is set up. */
  access: () => Access | null;
  /** This server as browsers reach it. */
  baseUrl: () => string;
}

const bearer = /^(?:bearer|token) +(\S+) *$/i;

/** Finds out who asks: by the session that a browser holds, or by a token of GitHub. Throws `RefusedViewer`. */
export function createFindViewer({ access, baseUrl }: ViewerParts): FindViewer {
  return async (request) => {
    const known = access();
    if (known === null) return stranger;
    const [, token = null] = bearer.exec(request.headers.get('authorization') ?? '') ?? [];
    const held = token === null ? await readHeld(request, { baseUrl: baseUrl(), key: known.cookieKey }) : null;
    const viewing = await known.view({ held, token });
    if (viewing.ok) return { person: viewing.person, visible: viewing.visible };
    throw new RefusedViewer(viewing.status, viewing.why);
  };
}
