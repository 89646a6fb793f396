/** What the server counts, for Prometheus. Labels come from short lists of ours, never from what somebody sent. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { LookKey } from './look-key.ts';
import { handledEvents } from './triggers.ts';

/** Figures that are read when somebody asks for them. */
export interface QueueCounts {
  queued: number;
  active: number;
  /** Dead letters. */
  failed: number;
}

export type DeliveryResult = 'queued' | 'ignored' | 'unreadable' | 'refused' | 'failed';

export interface Metrics {
  /** Seconds from the request to its answer. */
  delivered: (event: string, result: DeliveryResult, seconds: number) => void;
  looked: (kind: LookKey['kind'], result: 'done' | 'failed' | 'postponed', seconds: number) => void;
  /** The last attempt at a look has failed. */
  lookGivenUp: () => void;
  /** A request to GitHub; status null: no answer came. */
  requested: (method: string, status: number | null) => void;
  /** Writes that waited for their turn. */
  waited: (seconds: number) => void;
  /** Everything in Prometheus' text format. Rejects where the queue does not answer. */
  render: () => Promise<{ contentType: string; text: string }>;
}

const lookBuckets = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];
const ackBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Counters of one server, in a registry of their own. */
export function createMetrics(counts: () => Promise<QueueCounts>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const deliveries = new Counter({ name: 'unpause_deliveries_total', help: 'Webhook deliveries.', labelNames: ['event', 'result'], registers });
  const ack = new Histogram({ name: 'unpause_delivery_seconds', help: 'From a delivery to its answer.', buckets: ackBuckets, registers });
  const looks = new Counter({ name: 'unpause_looks_total', help: 'Looks, by what they were at.', labelNames: ['kind', 'result'], registers });
  const lookSeconds = new Histogram({ name: 'unpause_look_seconds', help: 'How long looks took.', labelNames: ['kind'], buckets: lookBuckets, registers });
  const givenUp = new Counter({ name: 'unpause_looks_given_up_total', help: 'Looks whose last attempt failed.', registers });
  const requests = new Counter({ name: 'unpause_github_requests_total', help: 'Requests to GitHub.', labelNames: ['method', 'status'], registers });
  const waits = new Histogram({ name: 'unpause_write_wait_seconds', help: "Writes that waited for GitHub's limits.", buckets: lookBuckets, registers });
  const queue = new Gauge({ name: 'unpause_queue_looks', help: 'Looks in the queue, all processes together.', labelNames: ['state'], registers });
  const deadLetters = new Gauge({ name: 'unpause_dead_letters', help: 'Looks that were given up, until a later one succeeds.', registers });
  return {
    delivered(event, result, seconds) {
      deliveries.inc({ event: handledEvents.includes(event) ? event : 'other', result });
      ack.observe(seconds);
    },
    looked(kind, result, seconds) {
      looks.inc({ kind, result });
      lookSeconds.observe({ kind }, seconds);
    },
    lookGivenUp() {
      givenUp.inc();
    },
    requested(method, status) {
      requests.inc({ method, status: status === null ? 'none' : `${Math.trunc(status / 100)}xx` });
    },
    waited(seconds) {
      waits.observe(seconds);
    },
    async render() {
      const { queued, active, failed } = await counts();
      queue.set({ state: 'queued' }, queued);
      queue.set({ state: 'active' }, active);
      deadLetters.set(failed);
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}
