import * as z from 'zod';
import { Refusal } from '../edge/refusal.ts';
import type { RouteRequest } from '../route.ts';
import { validationFailed, type FieldMistake } from './asked.ts';

/** The body as a route wants it; what does not fit is answered with 422 and every place that is wrong. */
export function readBody<Schema extends z.ZodType>({ body }: RouteRequest, schema: Schema): z.infer<Schema> {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const mistakes = read.error.issues.map(({ path, message }) => `For 'properties/${path.join('/')}', ${message}`);
  throw new Refusal(422, `Invalid request.\n\n${mistakes.join('\n')}`);
}

/** GitHub keeps no longer text, in characters. */
export const textLimit = 65_536;
const titleLimit = 256;

/** What GitHub finds wrong with the body of a comment or review. */
export function checkText(text: string | undefined, resource: string): string {
  const about = { resource, code: 'unprocessable', field: 'data' } as const;
  if (text === undefined) throw validationFailed({ resource, code: 'missing_field', field: 'body' });
  if (text.trim() === '') throw validationFailed({ ...about, message: 'Body cannot be blank' });
  if (lengthOf(text) > textLimit) throw validationFailed({ ...about, message: `Body is too long (maximum is ${textLimit} characters)` });
  return text;
}

/** What GitHub finds wrong with the title and body of an issue or pull request. */
export function checkIssueTexts({ title, body }: { title?: string | undefined; body?: string | null | undefined }): void {
  const mistakes: FieldMistake[] = [];
  const about = { resource: 'Issue', code: 'custom' } as const;
  if (title?.trim() === '') mistakes.push({ resource: 'Issue', code: 'missing_field', field: 'title' });
  if (lengthOf(title ?? '') > titleLimit) mistakes.push({ ...about, field: 'title', message: `title is too long (maximum is ${titleLimit} characters)` });
  if (lengthOf(body ?? '') > textLimit) mistakes.push({ ...about, field: 'body', message: `body is too long (maximum is ${textLimit} characters)` });
  if (mistakes.length > 0) throw validationFailed(...mistakes);
}

/** In characters, not in UTF-16 code units. */
function lengthOf(text: string): number {
  return [...text].length;
}
