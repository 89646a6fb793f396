/** One RFC on a GitHub without a network, as a test begins with it. */
import { openPureRfc, type PureRfc } from '../../scripts/simulate/pure-rfc.ts';
import type { Config } from '../../src/config/schema.ts';
import type { Snapshot } from '../../src/decision/snapshot.ts';
import { aSeal } from './a-snapshot.ts';

export function aPureRfc(snapshot: Snapshot, config: Config, at: Date): PureRfc {
  return openPureRfc({ snapshot, config, at, seal: aSeal });
}
