/** The figures as a file, under the same rules as the page. */
import { Hono } from 'hono';
import { vitalityCsv } from '../../render/vitality/vitality-csv.ts';
import type { Database } from '../../store/tables.ts';
import { isStranger, type FindViewer } from '../viewer.ts';
import { findVitality, VitalityQuery } from './vitality-page.ts';

export interface VitalityCsvParts {
  database: Database;
  findViewer: FindViewer;
  now: () => Date;
}

export function vitalityCsvRoute({ database, findViewer, now }: VitalityCsvParts): Hono {
  const routes = new Hono();
  routes.get('/vitality.csv', async (c) => {
    const viewer = await findViewer(c.req.raw);
    if (isStranger(viewer)) return c.text('Sign in, or send a GitHub token of yours as `Authorization: Bearer TOKEN`\n', 401);
    const query = VitalityQuery.safeParse(c.req.query());
    if (!query.success) return c.text('Unexpected every, expected one of: month, quarter\n', 400);
    const csv = vitalityCsv(await findVitality({ database, viewer, query: query.data, now: now() }));
    return c.body(csv, 200, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="vitality.csv"' });
  });
  return routes;
}
