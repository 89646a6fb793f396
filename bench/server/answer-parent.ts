/** The other end of `children.ts`: what a process that is asked does. */

/** What the parent gave to this process. */
export function readOptions(): unknown {
  return JSON.parse(process.argv[2] ?? '{}') as unknown;
}

/** Says that the process is ready, and answers each question; `stop` is called once the parent has gone. */
export function answerParent(answer: (question: never) => unknown, stop: () => Promise<void>): void {
  process.on('message', (question: unknown) => {
    void reply(answer, question as never);
  });
  process.once('disconnect', () => {
    void stop().then(() => process.exit());
  });
  process.send?.({ answer: null });
}

async function reply(answer: (question: never) => unknown, question: never): Promise<void> {
  try {
    process.send?.({ answer: await answer(question) });
  } catch (error) {
    process.send?.({ mistake: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

export interface Usage {
  /** Bytes, once garbage is collected. */
  memory: number;
  /** Milliseconds of processor since the start. */
  processor: number;
}

/** What this process takes of the machine. */
export async function readUsage(): Promise<Usage> {
  const { user, system } = process.cpuUsage();
  for (let round = 0; round < 5; round += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { memory: process.memoryUsage.rss(), processor: (user + system) / 1000 };
}

/** What every server is asked. */
export interface Question {
  about: 'url' | 'usage';
}
