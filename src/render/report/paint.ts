/** SGR parameters: what a terminal calls its colours. */
const styles = { red: 31, green: 32, yellow: 33, cyan: 36, dim: 2, bold: 1, underline: 4 } as const;
export type Style = keyof typeof styles;
export type Paint = (style: Style, text: string) => string;

const escape = '\u001b[';

/** Paints text with an ANSI style, or hands it back as it is. */
export function createPaint(color: boolean): Paint {
  if (!color) return (_style, text) => text;
  return (style, text) => `${escape}${styles[style]}m${text}${escape}0m`;
}
