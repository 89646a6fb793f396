/** The figures as files, under the same rules as the page: also Prometheus asks with somebody's token, and gets what they may see. */
import { Hono, type Context } from 'hono';
import type { Vitality } from '../../decision/vitality/vitality.ts';
import { vitalityCsv } from '../../render/vitality/vitality-csv.ts';
import { vitalityPrometheus } from '../../render/vitality/vitality-prometheus.ts';
import type { Database } from '../../store/tables.ts';
import { isStranger, type FindViewer } from '../viewer.ts';
import { mistakesIn } from './mistakes.ts';
import { findVitality, VitalityQuery } from './vitality-page.ts';

export interface VitalityFilesParts {
  database: Database;
  findViewer: FindViewer;
  now: () => Date;
}

const files = [
  { path: '/vitality.csv', type: 'text/csv; charset=utf-8', render: vitalityCsv },
  { path: '/vitality.prom', type: 'text/plain; version=0.0.4; charset=utf-8', render: vitalityPrometheus },
] as const;

export function vitalityFiles(parts: VitalityFilesParts): Hono {
  const routes = new Hono();
  for (const file of files) routes.get(file.path, async (c) => await answer(c, file, parts));
  return routes;
}

interface VitalityFile {
  type: string;
  render: (vitality: Vitality) => string;
}

async function answer(c: Context, { type, render }: VitalityFile, { database, findViewer, now }: VitalityFilesParts): Promise<Response> {
  const viewer = await findViewer(c.req.raw);
  if (isStranger(viewer)) return c.text('Sign in, or send a GitHub token of yours as `Authorization: Bearer TOKEN`\n', 401);
  const query = VitalityQuery.safeParse(c.req.query());
  if (!query.success) return c.text(`${mistakesIn(query.error, c.req.query()).join('; ')}\n`, 400);
  return c.body(render(await findVitality({ database, viewer, query: query.data, now: now() })), 200, { 'content-type': type });
}
