import { createHmac, createPrivateKey, hkdfSync } from 'node:crypto';
import type { Seal } from '../decision/record.ts';

/** The seal of one RFC: a record copied from another RFC, or from another repository, does not fit. */
export type SealFor = (repositoryId: number, number: number) => Seal;

/**
 * Seals records with a key that is derived from the App's private key, so that there is no other secret to keep.
 * Under another private key every record counts as altered, and is taken from the database's copy.
 */
export function createSeals(privateKey: string): SealFor {
  // The key's bytes, not its text: line ends differ between an environment variable and a file.
  const bytes = createPrivateKey(privateKey).export({ type: 'pkcs8', format: 'der' });
  const key = Buffer.from(hkdfSync('sha256', bytes, '', 'unpause record, version 1', 32));
  return (repositoryId, number) => (text) => createHmac('sha256', key).update(`${repositoryId} ${number} ${text}`).digest('base64url');
}
