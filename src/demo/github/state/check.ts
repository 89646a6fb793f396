export type { CheckAnnotation } from './check-fields.ts';
export type { CheckRun } from './repository.ts';
