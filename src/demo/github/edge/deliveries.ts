/**
 * Tells Apps what happens. Each App has a line of its own: what comes first is sent first, and nobody who acts waits for it.
 */
import { randomUUID } from 'node:crypto';
import type { App } from '../apps/app.ts';
import type { Clock } from '../clock.ts';
import { DeliveryLog, type DeliveryRecord } from './delivery-log.ts';
import type { DeliveryFault, FaultBook } from './faults.ts';
import { deliveryHeaders, sendDelivery, unreachable, type Letter, type Outcome } from './send-delivery.ts';

/** What an App is to be told. */
export interface Announcement {
  app: App;
  event: string;
  payload: Readonly<Record<string, unknown>>;
  installationId: number | null;
  repositoryId: number | null;
}

/** For whoever watches: the contract's checker, a test's counter. */
export type DeliveryListener = (event: string, payload: unknown) => void;

export interface DeliveriesOptions {
  clock: Clock;
  faults: FaultBook;
  onDelivery?: DeliveryListener | undefined;
}

interface Parcel extends Letter {
  url: string;
  action: string | null;
  installationId: number | null;
  repositoryId: number | null;
  isRedelivery: boolean;
}

export class Deliveries {
  readonly #log = new DeliveryLog();
  readonly #clock: Clock;
  readonly #faults: FaultBook;
  readonly #onDelivery: DeliveryListener;
  /** By App: the end of its line. */
  readonly #lines = new Map<number, Promise<void>>();
  /** By App: what waits to come after the next one. */
  readonly #held = new Map<number, Parcel>();
  readonly #closing = new AbortController();

  constructor({ clock, faults, onDelivery }: DeliveriesOptions) {
    this.#clock = clock;
    this.#faults = faults;
    this.#onDelivery = onDelivery ?? (() => undefined);
  }

  /** Everything that was sent, or should have been, oldest first. */
  get log(): readonly DeliveryRecord[] {
    return this.#log.all;
  }

  find(appId: number, id: number): DeliveryRecord | null {
    return this.#log.find(appId, id);
  }

  /** Puts it in the App's line; an App without an address is told nothing. */
  announce({ app, event, payload, installationId, repositoryId }: Announcement): void {
    this.#onDelivery(event, payload);
    if (app.webhookUrl === null) return;
    const action = typeof payload.action === 'string' ? payload.action : null;
    const parcel = { app, event, action, installationId, repositoryId, guid: randomUUID(), url: app.webhookUrl, body: JSON.stringify(payload), isRedelivery: false };
    const fault = this.#faults.takeForDelivery(parcel);
    const held = this.#held.get(app.id);
    if (fault === 'reorder' && !held) {
      this.#held.set(app.id, parcel);
      return;
    }
    this.#enqueue(parcel, fault);
    if (fault === 'duplicate') this.#enqueue(parcel, null);
    this.#release(app.id);
  }

  /** Sends it again, as it was, under its old name, to the App's address of today. */
  redeliver({ appId, id }: DeliveryRecord, app: App): void {
    const record = this.#log.find(appId, id);
    if (!record || app.webhookUrl === null) throw new Error(`Delivery ${id} of ${app.slug} cannot be sent again: ${record ? 'the App has no address' : 'there is no such delivery'}`);
    const { guid, event, action, installationId, repositoryId, request } = record;
    this.#enqueue({ app, guid, event, action, installationId, repositoryId, body: request.body, url: app.webhookUrl, isRedelivery: true }, null);
  }

  /** Resolves when nothing is under way any more; whatever was held back for `reorder` is sent first. */
  async settled(): Promise<void> {
    for (const appId of [...this.#held.keys()]) this.#release(appId);
    const lines = [...this.#lines.values()];
    await Promise.all(lines);
    const isDone = this.#held.size === 0 && [...this.#lines.values()].every((line) => lines.includes(line));
    if (!isDone) await this.settled();
  }

  /** Gives up what is under way. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.settled();
  }

  #release(appId: number): void {
    const held = this.#held.get(appId);
    if (!held) return;
    this.#held.delete(appId);
    this.#enqueue(held, null);
  }

  #enqueue(parcel: Parcel, fault: DeliveryFault['kind'] | null): void {
    const line = this.#lines.get(parcel.app.id) ?? Promise.resolve();
    const send = async () => {
      const outcome = fault === 'lose' ? lost : await sendDelivery(parcel.url, parcel, this.#closing.signal);
      this.#record(parcel, outcome);
    };
    this.#lines.set(parcel.app.id, line.then(send));
  }

  #record(parcel: Parcel, { duration, status, statusCode, headers, body }: Outcome): void {
    const { app, guid, event, action, installationId, repositoryId, url, isRedelivery } = parcel;
    const request = { headers: deliveryHeaders(parcel), body: parcel.body };
    const deliveredAt = this.#clock.now().toISOString();
    const told = { appId: app.id, guid, event, action, installationId, repositoryId, url, isRedelivery, deliveredAt };
    this.#log.add({ ...told, duration, status, statusCode, request, response: { headers, body } });
  }
}

const lost: Outcome = { duration: 0, ...unreachable, headers: {}, body: null };
