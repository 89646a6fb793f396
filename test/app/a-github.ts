/** As much of GitHub as the server needs to sign in, over real HTTP; it remembers what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeGitHub {
  url: string;
  /** `GET /app`, without the query, in order. */
  asked: string[];
  /** The token that installations get. */
  token: string;
  /** Resolves when this was asked, or has been already. */
  askedFor: (question: string) => Promise<void>;
  close: () => void;
}

export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Null: not answered by this one; a promise that never ends: no answer at all. */
export type AnswerTo = (question: string, request: IncomingMessage) => Answer | null | Promise<Answer | null>;

const token = 'ghs_never0in0a0log';

const usual: Record<string, Answer> = {
  'GET /app': { status: 200, body: { id: 12, slug: 'unpause' } },
  'GET /app/installations': { status: 200, body: [] },
};

/** Starts one; what `answerTo` does not answer, and the usual does not, is 404. */
export async function aGitHub(answerTo: AnswerTo = () => null): Promise<FakeGitHub> {
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const question = `${request.method} ${request.url?.replace(/\?.*/, '')}`;
    asked.push(question);
    for (const tell of waiting.splice(0)) tell();
    const { status, body = {}, headers = {} } = (await answerTo(question, request)) ?? usual[question] ?? signIn(question) ?? { status: 404, body: { message: 'Not Found' } };
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(status === 204 ? undefined : JSON.stringify(body));
  };
  const server = createServer((request, response) => {
    request.resume();
    void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    token,
    async askedFor(question) {
      while (!asked.includes(question)) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function signIn(question: string): Answer | null {
  if (!/^POST \/app\/installations\/\d+\/access_tokens$/.test(question)) return null;
  return { status: 201, body: { token, expires_at: new Date(Date.now() + 3_600_000).toISOString(), permissions: {} } };
}
