import type { KeptAnswer, ResponseCache } from '../../src/github/conditional-requests.ts';

/** Keeps answers as texts, as a database does. */
export class MemoryCache implements ResponseCache {
  readonly #answers = new Map<string, string>();

  async read(url: string): Promise<KeptAnswer | null> {
    const text = this.#answers.get(url);
    return await Promise.resolve(text === undefined ? null : JSON.parse(text) as KeptAnswer);
  }

  async keep(url: string, answer: KeptAnswer): Promise<void> {
    this.#answers.set(url, JSON.stringify(answer));
    await Promise.resolve();
  }
}
