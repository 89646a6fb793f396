import { Buffer } from 'node:buffer';

/** GitHub's older form of a global id: the kind and the number, in base64. */
export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`0${kind.length}:${kind}${id}`).toString('base64');
}
