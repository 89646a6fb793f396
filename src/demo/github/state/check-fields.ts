export const checkStatuses = ['queued', 'in_progress', 'completed'] as const;

export const checkConclusions = ['action_required', 'cancelled', 'failure', 'neutral', 'success', 'skipped', 'timed_out'] as const;

export type CheckStatus = (typeof checkStatuses)[number];

export type CheckConclusion = (typeof checkConclusions)[number];

export interface CheckAnnotation {
  path: string;
  start_line: number;
  end_line: number;
  start_column: number | null;
  end_column: number | null;
  annotation_level: 'notice' | 'warning' | 'failure';
  title: string | null;
  message: string;
  raw_details: string | null;
}

/** A button on a check run. */
export interface CheckAction {
  label: string;
  description: string;
  identifier: string;
}
