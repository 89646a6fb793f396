/** One text to lint, as the shell read it. */
export interface DocumentSource {
  /** As it should stand in the report: relative to the working directory, with `/`. */
  path: string;
  text: string;
  /** True where bytes could not be decoded and became U+FFFD. */
  undecodable?: boolean;
  /** The document beside this one that holds its fields (the `kep.yaml` of a KEP), where there is one. */
  carriedBy?: string;
  /** The labels of the RFC it belongs to; left out where nobody knows them, which is not the same as none. */
  labels?: readonly string[];
  /** Files that its pull request changes, as far as they can tell a domain; left out where nobody knows them. */
  changed?: readonly string[];
}
