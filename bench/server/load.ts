/** Sends deliveries: so many connections that each wait for their answer, or so many a second whatever the answers do. */
import { Agent, request } from 'node:http';
import { randomUUID } from 'node:crypto';
import { answerParent, readOptions } from './answer-parent.ts';
import { signedDeliveries } from './deliveries.ts';
import { percentiles, type Percentiles } from './percentiles.ts';

export type Load = { url: string; seconds: number } & ({ connections: number } | { perSecond: number });

export interface LoadResult extends Percentiles {
  /** Answered with 2xx. */
  perSecond: number;
  /** Answers other than 2xx, and none. */
  failures: number;
  /** The sender's own part of a processor: near 1, it is what limits. */
  sender: number;
}

const { secret, rfcs } = readOptions() as { secret: string; rfcs: number };
const deliveries = signedDeliveries(secret, rfcs);

/** Milliseconds from `since` to the end of the answer; null where it is not a 2xx. */
async function send(url: string, { agent, turn, since }: { agent: Agent; turn: number; since: number }): Promise<number | null> {
  const delivery = deliveries[turn % deliveries.length];
  if (delivery === undefined) throw new Error('There is no delivery to send');
  const { body, signature } = delivery;
  const headers = {
    'content-type': 'application/json',
    'content-length': body.length,
    'x-github-event': 'issues',
    'x-github-delivery': randomUUID(),
    'x-hub-signature-256': signature,
  };
  return await new Promise((resolve) => {
    const sent = request(`${url}/api/github/webhooks`, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().once('end', () => {
        const isFine = answer.statusCode !== undefined && answer.statusCode >= 200 && answer.statusCode < 300;
        resolve(isFine ? performance.now() - since : null);
      });
    });
    sent.once('error', () => { resolve(null); });
    sent.end(body);
  });
}

async function inTurns({ url, seconds, connections }: { url: string; seconds: number; connections: number }): Promise<(number | null)[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: (number | null)[] = [];
  const end = performance.now() + seconds * 1000;
  let turn = 0;
  const sender = async () => {
    for (let since = performance.now(); since < end; since = performance.now()) times.push(await send(url, { agent, turn: turn++, since }));
  };
  await Promise.all(Array.from({ length: connections }, sender));
  agent.destroy();
  return times;
}

/** An answer is timed from when its delivery was due, so that a sender held up hides nothing. */
async function onTime({ url, seconds, perSecond }: { url: string; seconds: number; perSecond: number }): Promise<(number | null)[]> {
  const agent = new Agent({ keepAlive: true });
  const began = performance.now();
  const all: Promise<number | null>[] = [];
  const count = seconds * perSecond;
  while (all.length < count) {
    for (let due = began + (all.length / perSecond) * 1000; due <= performance.now() && all.length < count; due = began + (all.length / perSecond) * 1000) {
      all.push(send(url, { agent, turn: all.length, since: due }));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const times = await Promise.all(all);
  agent.destroy();
  return times;
}

async function run(load: Load): Promise<LoadResult> {
  const before = process.cpuUsage();
  const began = performance.now();
  const times = await ('connections' in load ? inTurns(load) : onTime(load));
  const took = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  const fine = times.filter((time) => time !== null);
  return { ...percentiles(fine), perSecond: fine.length / (took / 1000), failures: times.length - fine.length, sender: (user + system) / 1000 / took };
}

answerParent(run, async () => { await Promise.resolve(); });
