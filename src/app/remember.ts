/** Keeps answers for a short time, so that looks at many RFCs of one repository ask once. */
export interface Memory<Value> {
  /** The value that is kept, or what `make` gives; those who ask at once share one question. A failure is not kept. */
  get: (key: string, make: () => Promise<Value>) => Promise<Value>;
  forget: (key: string) => void;
}

export interface MemoryOptions {
  /** How long a value is kept, in milliseconds. */
  keepFor: number;
  /** How many values are kept at most; the oldest go first. */
  most: number;
  now: () => number;
}

export function createMemory<Value>({ keepFor, most, now }: MemoryOptions): Memory<Value> {
  const kept = new Map<string, { value: Promise<Value>; until: number }>();
  const forget = (key: string): void => {
    kept.delete(key);
  };
  return {
    forget,
    async get(key, make) {
      const found = kept.get(key);
      if (found && found.until > now()) return await found.value;
      const value = make();
      forget(key);
      kept.set(key, { value, until: now() + keepFor });
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) forget(oldest);
      try {
        return await value;
      } catch (error) {
        if (kept.get(key)?.value === value) forget(key);
        throw error;
      }
    },
  };
}
