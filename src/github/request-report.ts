import { readFailure } from './github-error.ts';

/** One request as it went over the wire, for those who count. */
export interface RequestReport {
  method: string;
  /** Without the query. */
  url: string;
  /** 304 where a kept answer held; null where no answer came. */
  status: number | null;
  milliseconds: number;
}

export interface ReportOptions {
  method: string;
  url: string;
  now: () => number;
  onRequest: (report: RequestReport) => void;
}

/** Sends a request and reports how it went, whether or not it went well. */
export async function reportRequest<A extends { status: number }>({ method, url, now, onRequest }: ReportOptions, send: () => Promise<A>): Promise<A> {
  const began = now();
  const report = (status: number | null): void => {
    onRequest({ method, url: url.replace(/\?.*/, ''), status, milliseconds: now() - began });
  };
  try {
    const answer = await send();
    report(answer.status);
    return answer;
  } catch (error) {
    report(readFailure(error).status);
    throw error;
  }
}
