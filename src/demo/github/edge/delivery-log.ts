/** What was told to whom, and how it went: as GitHub keeps it for each App. */
export interface DeliveryRecord {
  id: number;
  /** The same for an event and everything that is sent of it again. */
  guid: string;
  appId: number;
  event: string;
  action: string | null;
  installationId: number | null;
  repositoryId: number | null;
  url: string;
  isRedelivery: boolean;
  /** ISO 8601, of the stand-in's clock. */
  deliveredAt: string;
  /** Seconds. */
  duration: number;
  /** `OK`, or what went wrong. */
  status: string;
  statusCode: number;
  request: { headers: Readonly<Record<string, string>>; body: string };
  response: { headers: Readonly<Record<string, string>>; body: string | null };
}

export class DeliveryLog {
  readonly #records: DeliveryRecord[] = [];

  /** Numbers grow from one to the next, as GitHub's do. */
  add(record: Omit<DeliveryRecord, 'id'>): DeliveryRecord {
    const kept = { ...record, id: 12_000_001 + this.#records.length };
    this.#records.push(kept);
    return kept;
  }

  /** Oldest first. */
  get all(): readonly DeliveryRecord[] {
    return this.#records;
  }

  find(appId: number, id: number): DeliveryRecord | null {
    return this.#records.find((record) => record.appId === appId && record.id === id) ?? null;
  }
}

export function isSuccess({ statusCode }: Pick<DeliveryRecord, 'statusCode'>): boolean {
  return statusCode >= 200 && statusCode < 300;
}
