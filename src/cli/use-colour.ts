/** What decides about colours: the options, the environment, and whether the report goes to a terminal. */
export interface ColourChoice {
  /** `--color` or `--no-color`, where one was given. */
  asked: boolean | undefined;
  environment: Record<string, string | undefined>;
  terminal: () => boolean;
}

/** Whether the report is coloured: an option before `NO_COLOR` before `FORCE_COLOR` before "is it a terminal?". */
export function useColour({ asked, environment, terminal }: ColourChoice): boolean {
  if (asked !== undefined) return asked;
  if (environment.NO_COLOR) return false;
  const forced = environment.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return environment.TERM !== 'dumb' && terminal();
}
