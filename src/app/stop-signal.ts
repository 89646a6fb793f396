const signals = ['SIGTERM', 'SIGINT'] as const;

/** Resolves at the first signal to stop. After it, a second one ends the process at once, as if nobody listened. */
export async function stopSignal(): Promise<NodeJS.Signals> {
  return await new Promise((resolve) => {
    const onSignal = (signal: NodeJS.Signals): void => {
      for (const name of signals) process.off(name, onSignal);
      resolve(signal);
    };
    for (const name of signals) process.on(name, onSignal);
  });
}
