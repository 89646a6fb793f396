const longest = 80;

/** A text as a message quotes it: on one line, and no longer than that. */
export function excerpt(text: string): string {
  const line = text.slice(0, longest * 2).replace(/\s+/g, ' ');
  // Half of a surrogate pair shows nothing.
  return line.length <= longest ? line : `${line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`;
}

const mostNames = 5;

/** A list of names as a message has it: the first few, and how many more. */
export function excerptNames(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map(excerpt).join(', ');
  return names.length <= mostNames ? shown : `${shown} and ${names.length - mostNames} more`;
}
