/**
 * Checks what goes to and fro against GitHub's own description (`test/fixtures/github`, made by
 * `scripts/github-contract.ts`): pass `onExchange` and `onDelivery` to the stand-in, and call `assertClean` at the end.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Exchange } from '../../src/demo/github/edge/exchange.ts';

export interface Contract {
  /** What is wrong with a request or its answer, in sentences; empty where nothing is. */
  check: (exchange: Exchange) => string[];
  checkDelivery: (event: string, payload: unknown) => string[];
  /** Check, and keep what is wrong for `assertClean`. */
  onExchange: (exchange: Exchange) => void;
  onDelivery: (event: string, payload: unknown) => void;
  /** How many exchanges and deliveries have been checked. */
  checked: () => number;
  /** Throws one error that lists everything found, each thing once. */
  assertClean: () => void;
}

interface Operation {
  isBodyRequired: boolean;
  body: object | null;
  answers: Record<string, object | null>;
}

interface Description {
  operations: Record<string, Operation>;
  payloads: Record<string, object>;
}

/** One problem too many hides the others. */
const problemsShown = 6;

export function createContract(): Contract {
  const [api, hooks] = (sources ??= [read('api.json'), read('webhooks.json')]);
  const problems = new Map<string, number>();
  let checked = 0;
  const keep = (found: readonly string[]) => {
    checked += 1;
    for (const problem of found) problems.set(problem, (problems.get(problem) ?? 0) + 1);
  };
  const contract = {
    check: (exchange: Exchange) => checkExchange(exchange, api),
    checkDelivery: (event: string, payload: unknown) => checkDelivery({ event, payload }, hooks),
  };
  return {
    ...contract,
    onExchange: (exchange) => {
      keep(contract.check(exchange));
    },
    onDelivery: (event, payload) => {
      keep(contract.checkDelivery(event, payload));
    },
    checked: () => checked,
    assertClean() {
      if (problems.size === 0) return;
      const lines = [...problems].map(([problem, times]) => `  ${problem}${times > 1 ? ` (${times} times)` : ''}`);
      throw new Error(`${problems.size} differences from GitHub's description:\n${lines.join('\n')}`);
    },
  };
}

interface Source extends Description {
  /** Asks the schema at a JSON pointer. */
  validate: (pointer: string, data: unknown, options?: { isText: boolean }) => string[];
}

/** Read and compiled once in a test file, however many contracts it makes: that takes longer than most tests. */
let sources: [api: Source, hooks: Source] | null = null;

function read(name: string): Source {
  const description = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/github', name), 'utf8')) as Description;
  const exact = compiler(description, false);
  const lenient = compiler(description, true);
  return { ...description, validate: (pointer, data, { isText } = { isText: false }) => (isText ? lenient : exact)(pointer, data) };
}

/** What comes in an address is text: there, `7` is a number. */
function compiler(description: object, coerceTypes: boolean): (pointer: string, data: unknown) => string[] {
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes, code: { optimize: false } });
  addFormats.default(ajv);
  ajv.addSchema(description, 'github');
  const compiled = new Map<string, ValidateFunction>();
  return (pointer, data) => {
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `github#/${pointer}` });
    compiled.set(pointer, validate);
    return validate(data) ? [] : describeErrors(validate.errors ?? []);
  };
}

function checkExchange(exchange: Exchange, api: Source): string[] {
  const { method, template, path, status, fault } = exchange;
  if (isElsewhere(exchange)) return [];
  const name = `${method} ${template ?? path}`;
  const operation = api.operations[name];
  if (!operation) return [`${name}: GitHub has no such route, or \`scripts/github-contract.ts\` must run again`];
  const request = checkRequest(exchange, operation, api).map((problem) => `${name}: request: ${problem}`);
  // Any GET may be answered with 304; GitHub's description says it of some alone.
  const answer = exchange.isConditionalHit || fault !== null || status === null ? [] : checkAnswer(exchange, operation, api).map((problem) => `${name}: answer ${status}: ${problem}`);
  // Where GitHub says that the request is wrong, that is what was wanted.
  return status === 422 || status === 400 || status === 401 ? answer : [...request, ...answer];
}

/** The pages of the manifest flow and of signing in are for browsers, and OAuth is described elsewhere. GraphQL has a schema of its own; whoever asks checks the answer's shape. */
function isElsewhere({ template, path }: Exchange): boolean {
  return template === '/graphql' || (template === null && (path.includes('/settings/apps/') || path.startsWith('/login/oauth/')));
}

function checkRequest({ method, template, params, query, requestBody }: Exchange, operation: Operation, api: Source): string[] {
  const at = `operations/${escapePointer(`${method} ${template ?? ''}`)}`;
  const hasBody = Object.keys(requestBody).length > 0;
  const queryProblems = api.validate(`${at}/query`, Object.fromEntries(new URLSearchParams(query)), { isText: true });
  const pathProblems = api.validate(`${at}/path`, { ...params }, { isText: true });
  return [...pathProblems, ...queryProblems.map((problem) => `query: ${problem}`), ...bodyProblems()];

  function bodyProblems(): string[] {
    if (!operation.body) return hasBody ? ['body: unexpected, expected none'] : [];
    if (!hasBody && !operation.isBodyRequired) return [];
    return api.validate(`${at}/body`, requestBody).map((problem) => `body: ${problem}`);
  }
}

function checkAnswer(exchange: Exchange, { answers }: Operation, api: Source): string[] {
  const { method, template, status, answerBody } = exchange;
  const documented = answers[String(status)];
  if (documented === undefined) return (status ?? 0) < 400 ? [`unexpected status, expected one of ${Object.keys(answers).join(', ')}`] : api.validate('definitions/basic-error', answerBody);
  if (documented === null) return isBodiless(status) && answerBody !== undefined ? ['unexpected body, expected none'] : [];
  if (answerBody === undefined) return ['missing body'];
  const at = `operations/${escapePointer(`${method} ${template ?? ''}`)}/answers/${status}`;
  return [...api.validate(at, answerBody), ...checkTimeline(exchange, api)];
}

function isBodiless(status: number | null): boolean {
  return status === 204 || status === 304;
}

/** Some of GitHub's timeline schemas fit anything at all, so each event is held against its own; the rest are changes of state. */
const timelineSchemas: Readonly<Record<string, string>> = {
  assigned: 'timeline-assigned-issue-event',
  commented: 'timeline-comment-event',
  committed: 'timeline-committed-event',
  labeled: 'labeled-issue-event',
  'line-commented': 'timeline-line-commented-event',
  locked: 'locked-issue-event',
  renamed: 'renamed-issue-event',
  review_dismissed: 'review-dismissed-issue-event',
  review_request_removed: 'review-request-removed-issue-event',
  review_requested: 'review-requested-issue-event',
  reviewed: 'timeline-reviewed-event',
  unassigned: 'timeline-unassigned-issue-event',
  unlabeled: 'unlabeled-issue-event',
};

function checkTimeline({ template, answerBody }: Exchange, api: Source): string[] {
  if (!template?.endsWith('/timeline') || !Array.isArray(answerBody)) return [];
  const problems = answerBody.flatMap((item: { event?: string }) => {
    const name = timelineSchemas[item.event ?? ''] ?? 'state-change-issue-event';
    return api.validate(`definitions/${name}`, item).map((problem) => `${item.event}: ${problem}`);
  });
  return [...new Set(problems)];
}

function checkDelivery({ event, payload }: { event: string; payload: unknown }, hooks: Source): string[] {
  const { action } = payload as { action?: unknown };
  const name = typeof action === 'string' ? `${event} ${action}` : event;
  if (!(name in hooks.payloads)) return [`webhook ${name}: GitHub has no such event, or it is none of those in \`scripts/github-contract.ts\``];
  return hooks.validate(`payloads/${escapePointer(name)}`, payload).map((problem) => `webhook ${name}: ${problem}`);
}

/** Of several alternatives none of which fits, the nearest says what is wrong; the rest is noise. */
function describeErrors(errors: readonly ErrorObject[]): string[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf');
  const blamed = choices.reduce<readonly ErrorObject[]>(keepNearest, errors).filter(({ keyword }) => keyword !== 'anyOf');
  const told = [...new Set((blamed.length > 0 ? blamed : errors).map(describeError))];
  return told.length > problemsShown ? [...told.slice(0, problemsShown), `and ${told.length - problemsShown} more`] : told;
}

/** Keeps, of what is wrong below a choice, the alternative with the fewest mistakes that is at least of the right type. */
function keepNearest(errors: readonly ErrorObject[], choice: ErrorObject): readonly ErrorObject[] {
  const isBelow = ({ instancePath }: ErrorObject) => instancePath === choice.instancePath || instancePath.startsWith(`${choice.instancePath}/`);
  const below = errors.filter((error) => isBelow(error) && error.keyword !== 'anyOf');
  const ofRightType = below.filter(({ keyword, instancePath }) => keyword !== 'type' || instancePath !== choice.instancePath);
  const alternatives = new Map<string, ErrorObject[]>();
  for (const error of ofRightType.length > 0 ? ofRightType : below) {
    const name = /definitions\/[^/]+|anyOf\/\d+/.exec(error.schemaPath)?.[0] ?? '';
    alternatives.set(name, [...(alternatives.get(name) ?? []), error]);
  }
  const [nearest = []] = [...alternatives.values()].sort((one, other) => one.length - other.length);
  return errors.filter((error) => !below.includes(error) || nearest.includes(error));
}

function describeError({ instancePath, keyword, message = '', params }: ErrorObject): string {
  // A list's places differ from run to run, and what is wrong with one is wrong with all.
  const at = instancePath.replace(/\/\d+(?=\/|$)/g, '/*').slice(1) || 'it';
  const details: unknown = keyword === 'enum' ? params.allowedValues : keyword === 'additionalProperties' ? params.additionalProperty : null;
  return `${at} ${message}${details === null ? '' : `: ${JSON.stringify(details)}`}`;
}

function escapePointer(text: string): string {
  return encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'));
}
