/** What a request may say of a check run, with GitHub's limits. */
import { Buffer } from 'node:buffer';
import * as z from 'zod';
import type { CheckRunChange } from '../acts/check-runs.ts';
import { checkConclusions, checkStatuses } from '../state/check-fields.ts';

const textLimit = 65_535;
const titleLimit = 255;

/** GitHub says characters and counts bytes. */
const longText = z.string().refine((text) => Buffer.byteLength(text) <= textLimit, { error: `Only ${textLimit} characters are allowed` });
const instant = z.iso.datetime({ offset: true });

const Annotation = z
  .object({
    path: z.string().min(1),
    start_line: z.int().min(1),
    end_line: z.int().min(1),
    start_column: z.int().min(1).nullable().default(null),
    end_column: z.int().min(1).nullable().default(null),
    annotation_level: z.enum(['notice', 'warning', 'failure']),
    message: z.string().refine((text) => Buffer.byteLength(text) <= textLimit + 1, { error: 'Only 64 KB are allowed' }),
    title: z.string().max(titleLimit).nullable().default(null),
    raw_details: longText.nullable().default(null),
  })
  .refine(({ start_line, end_line }) => start_line <= end_line, { error: 'start_line must not be after end_line' })
  .refine(({ start_line, end_line, start_column, end_column }) => start_line === end_line || (start_column === null && end_column === null), {
    error: 'start_column and end_column are allowed only where start_line and end_line are the same',
  });

const Output = z.object({
  title: z.string().optional(),
  summary: longText,
  text: longText.optional(),
  annotations: z.array(Annotation).max(50, { error: 'No more than 50 items are allowed' }).default([]),
});

const Action = z.object({
  label: z.string().max(20),
  description: z.string().max(40),
  identifier: z.string().max(20),
});

const fields = {
  details_url: z.url().optional(),
  external_id: z.string().optional(),
  status: z.enum(checkStatuses).optional(),
  started_at: instant.optional(),
  conclusion: z.enum(checkConclusions).optional(),
  completed_at: instant.optional(),
  actions: z.array(Action).max(3, { error: 'No more than 3 items are allowed' }).optional(),
};

export const CheckRunPatch = z.object({ name: z.string().optional(), output: Output.optional(), ...fields }).refine(hasConclusion, {
  error: 'conclusion is required where status is completed',
});

export const NewCheckRun = z
  .object({ name: z.string(), head_sha: z.string(), output: Output.required({ title: true }).optional(), ...fields })
  .refine(hasConclusion, { error: 'conclusion is required where status is completed' });

function hasConclusion({ status, conclusion }: { status?: string | undefined; conclusion?: string | undefined }): boolean {
  return status !== 'completed' || conclusion !== undefined;
}

/** The world's names for what the request says; what it leaves out is left out. */
export function changeFrom({ output, ...said }: z.infer<typeof CheckRunPatch>): CheckRunChange {
  const change = {
    name: said.name,
    detailsUrl: said.details_url,
    externalId: said.external_id,
    status: said.status,
    conclusion: said.conclusion,
    startedAt: said.started_at,
    completedAt: said.completed_at,
    actions: said.actions,
    title: output?.title,
    summary: output?.summary,
    text: output?.text,
    annotations: output?.annotations,
  };
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
