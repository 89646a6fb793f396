/** Somebody on GitHub. The id stays when a login is renamed, and is not inherited when it is registered anew. */
export interface Account {
  id: number;
  login: string;
  isBot: boolean;
}
