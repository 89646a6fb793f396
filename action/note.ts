/**
 * What the reader of the job should know beside the findings. All of them stand in the log and in the summary; a
 * warning and a notice become annotations as well.
 */
export interface Note {
  level: 'warning' | 'notice' | 'detail';
  text: string;
}

export function warning(text: string): Note {
  return { level: 'warning', text };
}

export function notice(text: string): Note {
  return { level: 'notice', text };
}

export function detail(text: string): Note {
  return { level: 'detail', text };
}
