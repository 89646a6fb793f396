/** Gives a value that is made when it is first asked for, and once: of much that could be weighed little is asked. */
export function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
