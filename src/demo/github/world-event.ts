/** Something that happened in the stand-in's world, as a webhook tells it. */
export interface WorldEvent {
  /** GitHub's name of the event: `pull_request`. */
  name: string;
  /** `acme/rfcs`; null for events of an installation or an organisation. */
  repository: string | null;
  /** The whole payload, but for `installation`, which the edge adds for each App that is told. */
  payload: Readonly<Record<string, unknown>>;
}
