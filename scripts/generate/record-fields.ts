/**
 * The fields of the record, read from its schema's source: names, types and the comments above them, so that what is
 * explained there is explained once.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { escalationEndings, outcomes, termEndings } from '../../src/decision/record-schema.ts';

export interface RecordField {
  /** As it stands in the JSON, from the object on: `ended.at`, `heads[].sha`. */
  path: string;
  type: string;
  /** Whether it may be left out. */
  isOptional: boolean;
  /** The comment above it; null where its name says all. */
  comment: string | null;
}

export interface RecordObject {
  /** `Term`. */
  name: string;
  comment: string | null;
  fields: readonly RecordField[];
}

const path = fileURLToPath(new URL('../../src/decision/record-schema.ts', import.meta.url));

/** What the schema's short names are in the JSON. */
const types: Readonly<Record<string, string>> = { Instant: 'instant', Day: 'day', Count: 'number', Folded: 'number', Person: 'person', Source: 'source', Quote: 'quote' };
const lists: Readonly<Record<string, readonly string[]>> = { termEndings, escalationEndings, outcomes };
const kindOfPause = '[kind of pause](how-it-works.md#whom-an-rfc-waits-for)';

/** `heads: listOf(…)`: what wraps a type changes its path or makes it optional. */
const wrappers: Readonly<Record<string, { after: string; isOptional: boolean }>> = {
  'z._default': { after: '', isOptional: true },
  orNull: { after: '', isOptional: true },
  listOf: { after: '[]', isOptional: true },
  'z.prefault': { after: '', isOptional: true },
};

/** Every object of the schema that has a name, in the order of the file. */
export function recordObjects(): RecordObject[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  return file.statements.flatMap((statement) => {
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap((declaration) => {
      const shape = shapeOf(declaration.initializer);
      return shape === null ? [] : [{ name: declaration.name.getText(), comment: commentOf(statement), fields: fieldsOf(shape, '') }];
    });
  });
}

/** The object in `z.strictObject({ … })`. */
function shapeOf(node: ts.Node | undefined): ts.ObjectLiteralExpression | null {
  if (node === undefined || !ts.isCallExpression(node) || node.expression.getText() !== 'z.strictObject') return null;
  const [shape] = node.arguments;
  return shape !== undefined && ts.isObjectLiteralExpression(shape) ? shape : null;
}

function fieldsOf(shape: ts.ObjectLiteralExpression, above: string): RecordField[] {
  return shape.properties.filter(ts.isPropertyAssignment).flatMap((property) => {
    const { after, isOptional, inner } = unwrap(property.initializer);
    const at = `${above}${property.name.getText()}${after}`;
    const below = shapeOf(inner);
    const type = below === null ? typeOf(inner) : 'object';
    return [{ path: at, type, isOptional, comment: commentOf(property) }, ...(below === null ? [] : fieldsOf(below, `${at}.`))];
  });
}

function unwrap(node: ts.Expression): { after: string; isOptional: boolean; inner: ts.Expression } {
  const [first] = ts.isCallExpression(node) ? node.arguments : [];
  const wrapper = ts.isCallExpression(node) ? wrappers[node.expression.getText()] : undefined;
  return wrapper === undefined || first === undefined ? { after: '', isOptional: false, inner: node } : { ...wrapper, inner: first };
}

function typeOf(node: ts.Expression): string {
  const text = node.getText();
  if (ts.isIdentifier(node)) return types[text] ?? `[${text}](#${text.toLowerCase()})`;
  if (text === 'z.string()') return 'text';
  if (text === 'z.boolean()') return '`true` or `false`';
  const [first] = ts.isCallExpression(node) ? node.arguments : [];
  if (first === undefined) throw new Error(`Unexpected type ${text} in ${path}, expected one that the docs have words for`);
  if (ts.isArrayLiteralExpression(first)) return first.elements.map((word) => `\`${word.getText().slice(1, -1)}\``).join(', ');
  if (first.getText() === 'pauseKinds') return kindOfPause;
  const words = lists[first.getText()];
  return words === undefined ? `\`${first.getText()}\`` : words.map((word) => `\`${word}\``).join(', ');
}

/** The doc comment right above, as one line. */
function commentOf(node: ts.Node): string | null {
  const comments = ts.getJSDocCommentsAndTags(node).map((each) => ts.getTextOfJSDocComment(each.comment) ?? '');
  const text = comments.join(' ').replace(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}
