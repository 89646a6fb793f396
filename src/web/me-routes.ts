/** A person's own page, and the forms on it: they act for whoever holds the session, and for nobody else. */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { OwnWorkBook } from '../app/own-work.ts';
import type { Person } from '../decision/people.ts';
import { createFindViewer, type ViewerParts } from './find-viewer.ts';
import { mePage } from './me-page.ts';
import { onlyOwnForms } from './own-form.ts';
import { messagePage } from './page.ts';
import { readHeld } from './session-cookie.ts';
import type { FindViewer } from './viewer.ts';

export interface MeRouteParts extends ViewerParts {
  ownWork: OwnWorkBook;
  githubUrl: string;
}

const path = '/me';
/** More than a day and its name. In bytes. */
const largestForm = 4096;

/** `/me`, and what its forms do. A token is not enough here: it may have been given out to read. */
export function meRoutes({ ownWork, githubUrl, ...parts }: MeRouteParts): Hono {
  const routes = new Hono();
  const findViewer = bySessionAlone(createFindViewer(parts));
  const show = async (c: Context, { status, refusal }: { status: 200 | 422; refusal: string | null }) => {
    const viewer = await findViewer(c.req.raw);
    const { person, visible } = viewer;
    if (person === null) return c.redirect(`/sign-in?to=${path}`, 303);
    const work = await ownWork.read({ person: person.id, visible });
    return c.html(mePage({ person, viewer, work, githubUrl, refusal }), status);
  };
  const personOf = async (c: Context): Promise<Person | null> => await whoSends(c.req.raw, parts);

  routes.use(onlyOwnForms(parts.baseUrl), bodyLimit({ maxSize: largestForm, onError: (c) => c.html(messagePage('This form is too long', 'Expected a day.'), 413) }));
  routes.get('/', async (c) => await show(c, { status: 200, refusal: null }));
  routes.post('/away', async (c) => {
    const person = await personOf(c);
    if (person === null) return c.redirect(`/sign-in?to=${path}`, 303);
    const { until } = await c.req.parseBody();
    const set = await ownWork.away(person.id, typeof until === 'string' ? until : '');
    return set.ok ? c.redirect(path, 303) : await show(c, { status: 422, refusal: set.why });
  });
  routes.post('/back', async (c) => {
    const person = await personOf(c);
    if (person !== null) await ownWork.back(person.id);
    return c.redirect(path, 303);
  });
  return routes;
}

/** Whose form it is; null where nobody is signed in any more. GitHub need not be asked for what is one's own. */
async function whoSends(request: Request, { access, baseUrl }: ViewerParts): Promise<Person | null> {
  const known = access();
  return known === null ? null : await known.whoHolds(await readHeld(request, { baseUrl: baseUrl(), key: known.cookieKey }));
}

function bySessionAlone(findViewer: FindViewer): FindViewer {
  return async (request) => {
    const headers = new Headers(request.headers);
    headers.delete('authorization');
    return await findViewer(new Request(request.url, { headers }));
  };
}
