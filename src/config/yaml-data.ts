/** The nodes of a parsed YAML document to plain data, and from a path in that data back to a place in the text. */
import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import { type DataMistake, type Path, renderSeen } from './mistake.ts';

export interface YamlData {
  /** Maps have no prototype; where a key stands twice, the first counts. */
  data: unknown;
  mistakes: { offset: number; mistake: DataMistake }[];
  /** Where in the text a mistake in the data is; null where the document has no such path. */
  offsetOf: (mistake: DataMistake) => number | null;
}

type Node = Document['contents'] | undefined;

/** Aliases are followed, but not into more values than a config could need. */
const maxValues = 20_000;
const maxDepth = 300;

export function readData(contents: Node): YamlData {
  const reader = new Reader();
  const data = contents ? reader.read(contents, []) : null;
  return { data, mistakes: reader.mistakes, offsetOf: (mistake) => offsetOf(contents, reader.targets, mistake) };
}

class Reader {
  readonly mistakes: YamlData['mistakes'] = [];
  readonly targets = new Map<Alias, Node>();
  /** The latest node of each name; `yaml` itself would look through the whole document for each alias. */
  readonly #anchors = new Map<string, Node>();
  #values = 0;
  #following = false;

  read(node: Node, path: Path): unknown {
    this.#values += 1;
    if (this.#values > maxValues || path.length > maxDepth) return this.#refuse(node);
    if (isAlias(node)) return this.#follow(node, path);
    if (node?.anchor && !this.#following) this.#anchors.set(node.anchor, node);
    if (isMap(node)) return this.#readMap(node, path);
    if (isSeq(node)) return node.items.map((item, index) => this.read(item as Node, [...path, index]));
    return isScalar(node) ? node.value : null;
  }

  #follow(alias: Alias, path: Path): unknown {
    const target = this.targets.get(alias) ?? this.#anchors.get(alias.source);
    if (!target) {
      const seen = `alias *${renderSeen(alias.source).slice(1, -1)}`;
      this.#report(alias, { path, at: 'value', seen, expected: 'the name of an anchor before it' });
      return null;
    }
    this.targets.set(alias, target);
    const outer = this.#following;
    this.#following = true;
    const data = this.read(target, path);
    this.#following = outer;
    return data;
  }

  #refuse(node: Node): null {
    const seen = `more than ${maxValues} values, counting what aliases repeat`;
    if (this.#values !== Infinity) this.#report(node, { path: [], at: 'value', seen, expected: 'fewer' });
    this.#values = Infinity;
    return null;
  }

  #readMap(map: YAMLMap, path: Path): Record<string, unknown> {
    const data = Object.create(null) as Record<string, unknown>;
    for (const { key, value } of map.items as Pair<Node, Node>[]) {
      const name = keyName(key);
      if (name === null) {
        this.#report(key, { path, at: 'value', seen: 'a key that is no plain text', expected: 'a name' });
      } else if (Object.hasOwn(data, name)) {
        this.#report(key, { path: [...path, name], at: 'key', seen: `second key ${renderSeen(name)}`, expected: 'each key once' });
      } else {
        data[name] = this.read(value, [...path, name]);
      }
    }
    return data;
  }

  #report(node: Node, mistake: DataMistake): void {
    this.mistakes.push({ offset: offsetIn(node), mistake });
  }
}

function keyName(key: Node): string | null {
  if (!isScalar(key) || key.value === null) return null;
  return typeof key.value === 'string' ? key.value : (key.source ?? null);
}

function offsetIn(node: Node): number {
  return node?.range?.[0] ?? 0;
}

type Targets = ReadonlyMap<Alias, Node>;

/** The last key for `at: 'key'`, else the value, or for a missing one the map around it. */
function offsetOf(contents: Node, targets: Targets, { path, at }: DataMistake): number | null {
  let here: Entry | null = { key: null, value: contents };
  for (const step of at === 'parent' ? path.slice(0, -1) : path) {
    here = enter(isAlias(here.value) ? targets.get(here.value) : here.value, step);
    if (!here) return null;
  }
  const { key, value } = here;
  return offsetIn(key && (at === 'key' || !stands(value)) ? key : value);
}

interface Entry {
  key: Node;
  value: Node;
}

/** The entry of a map, or the item of a list. */
function enter(node: Node, step: string | number): Entry | null {
  if (isMap(node)) return (node.items as Entry[]).find(({ key }) => keyName(key) === step) ?? null;
  return isSeq(node) && typeof step === 'number' && step in node.items ? { key: null, value: node.items[step] as Node } : null;
}

/** A key with nothing after it has a value that stands nowhere in the text. */
function stands(node: Node): boolean {
  return !!node?.range && !(isScalar(node) && node.source === '' && node.type === 'PLAIN');
}
