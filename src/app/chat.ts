/** The way to the chat that the operator set: an address that is a secret, and goes into no log and no message. */
import type { ChatKind } from '../render/stewards/chat-digest.ts';

export interface ChatAnswer {
  isSent: boolean;
  /** Whether the same message may be sent again: the chat has surely not taken it. */
  mayTryAgain: boolean;
  /** Why it was not sent; empty where it was. */
  reason: string;
}

/** Sends one message; never fails. */
export type SendToChat = (address: string, body: object) => Promise<ChatAnswer>;

/** In milliseconds. */
const patience = 10_000;

/** Sends over HTTP, once. A redirect is refused: the address is a secret of one place. */
export async function sendToChat(address: string, body: object): Promise<ChatAnswer> {
  try {
    const { status } = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), redirect: 'manual', signal: AbortSignal.timeout(patience) });
    if (status >= 200 && status < 300) return { isSent: true, mayTryAgain: false, reason: '' };
    return { isSent: false, mayTryAgain: status === 429 || status >= 500, reason: `the chat answered with ${status}` };
  } catch (error) {
    return refusalOf(error);
  }
}

/** What an error says of an address that nobody answered at; such messages were not taken. */
const unreached: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** Its code and no more: a message may hold the address. */
function refusalOf(error: unknown): ChatAnswer {
  const { cause, name } = error as { cause?: { code?: string }; name?: string };
  const code = cause?.code ?? name ?? 'unknown';
  const mayTryAgain = unreached.has(code);
  return { isSent: false, mayTryAgain, reason: `the chat gave no answer (${code})${mayTryAgain ? '' : ', and may have the message all the same'}` };
}

/** Where Teams takes messages: its workflows, and the connectors before them. */
const teamsHosts = /(?:^|\.)(?:webhook\.office\.com|logic\.azure\.com|powerplatform\.com|powerautomate\.com)$/i;

/** Slack's form is what other chats read too. */
export function chatKindOf(address: string): ChatKind {
  return teamsHosts.test(new URL(address).hostname) ? 'teams' : 'slack';
}
