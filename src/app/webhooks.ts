/** Deliveries in, queue entries out. Nothing of a payload but the key goes past this file. */
import { type LookKey, renderLookKey } from './look-key.ts';
import type { AddLooks, Click, Delivery } from './ports.ts';
import type { Log } from '../store/log.ts';
import { actionOf, readDelivery } from './triggers.ts';

export interface DeliveryParts {
  /** Keeps clicks until they are done; a second time changes nothing. */
  keepClicks: (clicks: readonly Click[]) => Promise<void>;
  addLooks: AddLooks;
  log: Log;
}

/** What became of a delivery, in a word for the metrics and a sentence for GitHub's page of deliveries. */
export interface DeliveryOutcome {
  result: 'queued' | 'ignored' | 'unreadable';
  said: string;
}

/** What people do goes before sweeps. */
const priorities: Readonly<Record<LookKey['kind'], number>> = { rfc: 2, commit: 2, 'merge-group': 2, repository: 1, stewards: 1, installation: 1 };

/** The queue entry for a key. */
export function queuedLook(key: LookKey): { key: string; data: LookKey; priority: number } {
  return { key: renderLookKey(key), data: key, priority: priorities[key.kind] };
}

/**
 * Takes a delivery whose signature is right. Resolves once all that follows from it is durable; rejects where the
 * store did not take it, so that GitHub shows it as failed and it can be redelivered. Taken twice, it changes nothing.
 */
export async function takeDelivery({ keepClicks, addLooks, log }: DeliveryParts, delivery: Delivery): Promise<DeliveryOutcome> {
  const { id: deliveryId, event, payload } = delivery;
  const fields = { deliveryId, event, action: actionOf(payload) };
  const read = readDelivery(delivery);
  switch (read.kind) {
    case 'unreadable':
      log.warn({ ...fields, mistake: read.mistake }, 'delivery is not as GitHub documents it');
      return { result: 'unreadable', said: read.mistake };
    case 'ignored':
      log.debug({ ...fields, why: read.why }, 'delivery starts no look');
      return { result: 'ignored', said: `nothing to do: ${read.why}` };
    case 'trigger': {
      const { looks, clicks } = read.trigger;
      if (clicks.length > 0) await keepClicks(clicks);
      const queued = looks.map(queuedLook);
      await addLooks(queued);
      const keys = queued.map(({ key }) => key);
      log.info({ ...fields, keys }, 'delivery queued');
      return { result: 'queued', said: `will look at ${keys.join(', ')}` };
    }
  }
}
