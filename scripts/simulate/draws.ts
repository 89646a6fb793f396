/**
 * Chance that can be had again: each draw is named, and the same name under the same seed gives the same value. So two
 * runs that differ in who is asked differ in nothing else, and the order in which things are drawn does not matter.
 */
import { stableHash } from '../../src/decision/stable-hash.ts';

export interface Draws {
  /** Evenly from 0 up to, but not including, 1. */
  even: (name: string) => number;
  /** With the mean 1: the time to the next of events that come at random. */
  exponential: (name: string) => number;
  /** With the median 1; `spread` is the standard deviation of the logarithm. */
  logNormal: (name: string, spread: number) => number;
}

export function openDraws(seed: number): Draws {
  const even = (name: string): number => stableHash(`${seed}/${name}`) / 2 ** 32;
  /** Never 0, whose logarithm is endless. */
  const above = (name: string): number => 1 - even(name);
  const normal = (name: string): number => Math.sqrt(-2 * Math.log(above(`${name}/r`))) * Math.cos(2 * Math.PI * even(`${name}/a`));
  return {
    even,
    exponential: (name) => -Math.log(above(name)),
    logNormal: (name, spread) => Math.exp(spread * normal(name)),
  };
}
