/** `content` is what people see made: comments, reviews, labels, issues. */
export type RequestCost = 'read' | 'write' | 'content';

const content = /\/(?:comments|reviews|labels|issues)(?:\/\d+)?$/;

/** What GitHub's secondary limits count a request as. A token is had by a POST, and changes nothing in the world. */
export function costOf(method: string, url: string): RequestCost {
  if (method === 'GET' || method === 'HEAD' || isTokenRequest(url) || isQuestion(url)) return 'read';
  return method !== 'DELETE' && content.test(new URL(url).pathname) ? 'content' : 'write';
}

/** GraphQL is asked by a POST; nothing is changed that way here. */
function isQuestion(url: string): boolean {
  return url.endsWith('/graphql');
}

/** It is sent in the middle of another request, which waits for it. */
export function isTokenRequest(url: string): boolean {
  return url.endsWith('/access_tokens');
}
