/** The way of an older record to the newest version, one step for each version. */

export const newestVersion = 3;

/** A record of any version, not yet checked but for having one. */
export interface VersionedData {
  version: number;
  [key: string]: unknown;
}

export type Upgraded = { kind: 'data'; data: VersionedData } | { kind: 'newer'; version: number };

/** From each version to the next; what the step cannot know has the schema's default. */
const steps: Readonly<Partial<Record<number, (data: VersionedData) => VersionedData>>> = {
  // Version 1 held when the RFC was first seen, and nothing of what moves it on.
  1: (data) => ({ ...data, version: 2 }),
  // Version 2 knew no periods: a decision from then was made under a rule that nobody wrote down.
  2: (data) => ({ ...data, version: 3 }),
};

/** Takes every step there is; what is not a record of a known version comes back as it is, for the schema to refuse. */
export function upgradeRecord(data: VersionedData): Upgraded {
  if (data.version > newestVersion) return { kind: 'newer', version: data.version };
  const step = steps[data.version];
  return step === undefined ? { kind: 'data', data } : upgradeRecord(step(data));
}
