/** GitHub writes a whole repository into each of a hundred payloads: what repeats is kept once. */

/** Smaller parts cost as much as what refers to them. */
const smallest = 150;

interface Shareable {
  definitions: Record<string, object>;
}

/** The same schemas, in which whatever occurs more than once is a definition. */
export function shareRepeated<Contract extends Shareable>(contract: Contract): Contract {
  const counts = new Map<string, number>();
  count(contract, counts);
  const names = new Map<string, string>();
  const shared: Record<string, object> = {};
  const share = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(share);
    if (typeof value !== 'object' || value === null) return value;
    const text = JSON.stringify(value);
    const inner = (): object => Object.fromEntries(Object.entries(value).map(([key, part]) => [key, share(part)]));
    if (!isSchema(value) || text.length < smallest || (counts.get(text) ?? 0) < 2) return inner();
    const known = names.get(text);
    if (known !== undefined) return { $ref: `#/definitions/${known}` };
    const name = `shared-${names.size + 1}`;
    names.set(text, name);
    shared[name] = inner();
    return { $ref: `#/definitions/${name}` };
  };
  const rest = share(contract) as Contract;
  return { ...rest, definitions: { ...rest.definitions, ...shared } };
}

function count(value: unknown, counts: Map<string, number>): void {
  if (typeof value !== 'object' || value === null) return;
  if (isSchema(value)) {
    const text = JSON.stringify(value);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  for (const part of Object.values(value)) count(part, counts);
}

/** A map of properties may hold one that is called `type`, whose value is then no name. */
function isSchema(value: object): boolean {
  const { type } = value as { type?: unknown };
  return typeof type === 'string' || Array.isArray(type);
}
