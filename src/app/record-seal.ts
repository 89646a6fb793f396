import { createHash, createHmac } from 'node:crypto';
import { openMark, recordOpening, type Seal } from '../decision/record.ts';
import { deriveKey } from './derived-key.ts';

/** The seal of one RFC: a record copied from another RFC, or from another repository, does not fit. */
export type SealFor = (repositoryId: number, number: number) => Seal;

/**
 * Seals records with a key that is derived from the App's private key, so that there is no other secret to keep.
 * Under another private key every record counts as altered, and is taken from the database's copy.
 */
export function createSeals(privateKey: string): SealFor {
  const key = deriveKey(privateKey, 'unpause record, version 1');
  return (repositoryId, number) => (text) => createHmac('sha256', key).update(`${repositoryId} ${number} ${text}`).digest('base64url');
}

/**
 * Where there is no key: tells a record that was changed by mistake, or copied from another RFC, and nothing more.
 * Whoever may edit the comment can make this seal too, so what the record says is not taken for what people did.
 */
export const openSeals: SealFor = (repositoryId, number) => (text) => openMark + createHash('sha256').update(`${repositoryId} ${number} ${text}`).digest('base64url');

/** Whether the record in a status comment was sealed with a key: a server wrote it. */
export function isSealedByServer(body: string): boolean {
  const line = body.slice(body.lastIndexOf('\n') + 1);
  return line.startsWith(recordOpening) && !line.includes(`"seal":"${openMark}`);
}
