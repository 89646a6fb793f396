import type { Nodes } from 'mdast';

const deepest = 100;

/** The text that a node shows: comments, tags and images left out, as `inlineLines` reads it. */
export function rendered(node: Nodes, depth = 0): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (node.type === 'break') return '\n';
  if (!('children' in node) || depth > deepest) return '';
  return node.children.map((child) => rendered(child, depth + 1)).join('');
}
