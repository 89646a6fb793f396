/**
 * What the reader of the job should know beside the findings. All of them stand in the log and in the summary; a
 * warning becomes an annotation as well.
 */
export interface Note {
  level: 'warning' | 'detail';
  text: string;
}

export function warning(text: string): Note {
  return { level: 'warning', text };
}

export function detail(text: string): Note {
  return { level: 'detail', text };
}
