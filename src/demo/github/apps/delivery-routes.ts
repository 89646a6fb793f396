/** An App's own log of deliveries: list, look, send again. */
import type { GuardedRoute } from '../edge/authorize.ts';
import type { Deliveries } from '../edge/deliveries.ts';
import { isSuccess, type DeliveryRecord } from '../edge/delivery-log.ts';
import { Refusal } from '../edge/refusal.ts';
import type { RouteAnswer, RouteRequest } from '../route.ts';
import type { AppBook } from './app-book.ts';
import { appOf, forApps } from './for-apps.ts';

export interface DeliveryRouteOptions {
  book: AppBook;
  deliveries: Deliveries;
}

export function deliveryRoutes({ book, deliveries }: DeliveryRouteOptions): readonly GuardedRoute[] {
  const recordOf = (request: RouteRequest): DeliveryRecord => {
    const record = deliveries.find(appOf(request, book).id, Number(request.params.delivery_id));
    if (!record) throw new Refusal(404, 'Not Found');
    return record;
  };
  return [
    { ...forApps('GET', '/app/hook/deliveries'), hasOwnPages: true, handle: (request) => list(request, deliveries.log.filter(({ appId }) => appId === appOf(request, book).id)) },
    { ...forApps('GET', '/app/hook/deliveries/{delivery_id}'), handle: (request) => ({ status: 200, body: presentWhole(recordOf(request)) }) },
    {
      ...forApps('POST', '/app/hook/deliveries/{delivery_id}/attempts'),
      handle(request) {
        deliveries.redeliver(recordOf(request), appOf(request, book));
        return { status: 202, body: {} };
      },
    },
  ];
}

/** Newest first; the next page is asked for with the cursor in the `Link` header, never by its number. */
function list({ query, baseUrl }: RouteRequest, records: readonly DeliveryRecord[]): RouteAnswer {
  const size = Math.min(Number(query.get('per_page') ?? 30) || 30, 100);
  const before = readCursor(query.get('cursor'));
  const status = query.get('status');
  const fits = (record: DeliveryRecord) => record.id < before && (status === null || isSuccess(record) === (status === 'success'));
  const left = records.filter(fits).reverse();
  const page = left.slice(0, size);
  const next = new URL(`${baseUrl}/app/hook/deliveries`);
  for (const [name, value] of query) next.searchParams.set(name, value);
  next.searchParams.set('cursor', `v1_${page.at(-1)?.id}`);
  return { status: 200, body: page.map(present), headers: left.length > size ? { link: `<${next.href}>; rel="next"` } : {} };
}

function readCursor(cursor: string | null): number {
  if (cursor === null) return Infinity;
  const id = /^v1_(\d+)$/.exec(cursor)?.[1];
  if (id === undefined) throw new Refusal(422, 'Invalid cursor');
  return Number(id);
}

function present(record: DeliveryRecord): object {
  return {
    id: record.id,
    guid: record.guid,
    delivered_at: record.deliveredAt,
    redelivery: record.isRedelivery,
    duration: record.duration,
    status: record.status,
    status_code: record.statusCode,
    event: record.event,
    action: record.action,
    installation_id: record.installationId,
    repository_id: record.repositoryId,
    throttled_at: null,
  };
}

function presentWhole(record: DeliveryRecord): object {
  const { request, response } = record;
  return {
    ...present(record),
    url: record.url,
    request: { headers: request.headers, payload: JSON.parse(request.body) as unknown },
    response: { headers: response.headers, payload: response.body },
  };
}
