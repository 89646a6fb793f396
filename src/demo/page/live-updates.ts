/** Tells open pages that something has changed; each then fetches itself again. */
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Activity } from '../activity.ts';

/** What comes close together is told once; in milliseconds. */
const gather = 60;

/** A stream of server-sent events, each with the version of the world. It ends when the reader goes, or at `closing`. */
export function liveUpdates(c: Context, activity: Activity, closing: AbortSignal): Response {
  return streamSSE(c, async (stream) => {
    let wake: () => void = () => undefined;
    const onChange = (): void => {
      wake();
    };
    const stopListening = activity.onChange(onChange);
    closing.addEventListener('abort', onChange);
    stream.onAbort(onChange);
    let told = -1;
    while (!stream.aborted && !closing.aborted) {
      if (activity.version() === told) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        await stream.sleep(gather);
      } else {
        told = activity.version();
        await stream.writeSSE({ data: String(told) });
      }
    }
    stopListening();
    closing.removeEventListener('abort', onChange);
  });
}
