import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type ChatAnswer, chatKindOf, sendToChat } from '../../src/app/chat.ts';
import { databaseChat } from '../../src/app/database-chat.ts';
import { silentLog } from '../../src/store/log.ts';
import { listDeadLetters } from '../../src/store/dead-letters.ts';
import { databases, useStore } from '../support/databases.ts';

describe('sendToChat', () => {
  let server: Server | null = null;
  afterEach(() => {
    server?.close();
    server?.closeAllConnections();
  });

  async function aChat(status: number, headers: Record<string, string> = {}): Promise<{ address: string; got: () => string[] }> {
    const got: string[] = [];
    const listening = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        got.push(`${request.method} ${request.headers['content-type']} ${body}`);
        response.writeHead(status, headers).end('https://hooks.slack.com/services/secret');
      });
    });
    server = listening;
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
    return { address: `http://127.0.0.1:${(listening.address() as AddressInfo).port}/services/secret`, got: () => got };
  }

  it('sends a message as JSON, once', async () => {
    const chat = await aChat(200);
    expect(await sendToChat(chat.address, { text: 'Hello' })).toEqual({ isSent: true, mayTryAgain: false, reason: '' });
    expect(chat.got()).toEqual(['POST application/json {"text":"Hello"}']);
  });

  it.each([
    [404, false],
    [400, false],
    [429, true],
    [503, true],
  ])('says that the chat answered with %d, and whether to try again', async (status, mayTryAgain) => {
    const chat = await aChat(status);
    expect(await sendToChat(chat.address, {})).toEqual({ isSent: false, mayTryAgain, reason: `the chat answered with ${status}` });
  });

  it('follows no redirect', async () => {
    const chat = await aChat(307, { location: '/elsewhere' });
    expect(await sendToChat(chat.address, {})).toEqual({ isSent: false, mayTryAgain: false, reason: 'the chat answered with 307' });
    expect(chat.got()).toHaveLength(1);
  });

  it('says nothing of the address where nobody answers', async () => {
    const chat = await aChat(200);
    const gone = server;
    await new Promise((resolve) => gone?.close(resolve));
    expect(await sendToChat(chat.address, {})).toEqual({ isSent: false, mayTryAgain: true, reason: 'the chat gave no answer (ECONNREFUSED)' });
  });
});

describe('chatKindOf', () => {
  it.each([
    ['https://hooks.slack.com/services/T0/B0/secret', 'slack'],
    ['https://chat.example.org/hooks/secret', 'slack'],
    ['https://prod-1.westeurope.logic.azure.com:443/workflows/secret', 'teams'],
    ['https://acme.webhook.office.com/webhookb2/secret', 'teams'],
    ['https://logic.azure.com.example.org/secret', 'slack'],
  ])('takes %s for %s', (address, kind) => {
    expect(chatKindOf(address)).toBe(kind);
  });
});

describe.each(databases)('messages to a chat, on $name', (kind) => {
  const { database } = useStore(kind);
  const bodies = { slack: { text: 'A digest' }, teams: { type: 'message' } };
  const refused: ChatAnswer = { isSent: false, mayTryAgain: true, reason: 'the chat answered with 503' };
  const given: ChatAnswer = { isSent: true, mayTryAgain: false, reason: '' };

  function aChat(answers: ChatAnswer[], address = 'https://hooks.slack.com/services/secret') {
    const sent: object[] = [];
    const send = async (_to: string, body: object) => {
      sent.push(body);
      return await Promise.resolve(answers.shift() ?? given);
    };
    const chat = databaseChat(database(), { address, send }, { repository: { id: 7, owner: 'acme', name: 'RFCs' }, now: () => new Date('2026-03-30T10:00:00Z'), log: silentLog });
    return { chat, sent };
  }

  it('are sent once, in the form of their chat', async () => {
    const slack = aChat([]);
    expect(await slack.chat.settled()).toEqual([]);
    expect(await slack.chat.post('digest.2026-W14', bodies)).toEqual({ kind: 'sent' });
    expect(await slack.chat.post('digest.2026-W14', bodies)).toBeNull();
    expect([await slack.chat.settled(), slack.sent]).toEqual([['digest.2026-W14'], [bodies.slack]]);
    const teams = aChat([], 'https://acme.webhook.office.com/secret');
    await teams.chat.post('digest.2026-W15', bodies);
    expect(teams.sent).toEqual([bodies.teams]);
  });

  it('are sent by one of two that are at it at once', async () => {
    const { chat, sent } = aChat([]);
    const both = await Promise.all([chat.post('digest.2026-W16', bodies), chat.post('digest.2026-W16', bodies)]);
    expect(both).toContainEqual(null);
    expect(sent).toHaveLength(1);
  });

  it('are tried three times where the chat does not take them, and are a dead letter then', async () => {
    const { chat, sent } = aChat([refused, refused, refused]);
    for (const expected of ['refused', 'refused', 'given-up']) {
      expect(await chat.settled()).toEqual([]);
      expect(await chat.post('digest.2026-W17', bodies)).toEqual({ kind: expected, reason: refused.reason });
    }
    expect([await chat.settled(), await chat.post('digest.2026-W17', bodies)]).toEqual([['digest.2026-W17'], null]);
    expect(sent).toHaveLength(3);
    expect(await listDeadLetters(database())).toMatchObject([{ key: 'acme/rfcs chat', reason: 'digest.2026-W17: the chat answered with 503', attempts: 3 }]);
    await chat.post('digest.2026-W18', bodies);
    expect(await listDeadLetters(database())).toEqual([]);
  });

  it('are given up at once where nobody knows whether they arrived', async () => {
    const { chat } = aChat([{ ...refused, mayTryAgain: false }]);
    expect(await chat.post('digest.2026-W19', bodies)).toMatchObject({ kind: 'given-up' });
    expect(await chat.post('digest.2026-W19', bodies)).toBeNull();
  });
});
