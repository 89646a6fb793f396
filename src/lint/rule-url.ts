/** The page that explains a rule. */
export function ruleUrl(id: string): string {
  return `https://github.com/unpause/unpause/blob/main/docs/rules.md#${id}`;
}
