import { domainMapOf } from '../decision/domain-map.ts';
import { renderDomainMap } from '../render/domain-map.ts';
import { loadConfig } from './load-config.ts';
import { printOut } from './standard-streams.ts';

export interface DomainsFlags {
  config?: string;
  format: 'md' | 'json';
}

/** `unpause domains`: who decides what, as the config has it. */
export async function domainsCommand({ config: named, format }: DomainsFlags): Promise<void> {
  const { config } = await loadConfig(named, process.cwd());
  const map = domainMapOf(config);
  await printOut(format === 'json' ? `${JSON.stringify(map, null, 2)}\n` : renderDomainMap(map));
}
