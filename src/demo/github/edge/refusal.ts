import type { RouteAnswer } from '../route.ts';

/** An answer that ends a request early, in GitHub's form of an error; caught where the request is answered. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly answer: RouteAnswer;

  constructor(status: number, message: string, { headers, more }: { headers?: Readonly<Record<string, string>>; more?: object } = {}) {
    super(message);
    this.answer = { status, body: errorBody(status, message, more), ...(headers ? { headers } : {}) };
  }
}

/** GitHub's body of an error. */
export function errorBody(status: number, message: string, more: object = {}): object {
  return { message, ...more, documentation_url: 'https://docs.github.com/rest', status: String(status) };
}
