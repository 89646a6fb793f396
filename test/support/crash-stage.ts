/** People at work while servers are killed, and what must hold afterwards. */
import type { DeliveryRecord } from '../../src/demo/github/edge/delivery-log.ts';
import type { CheckRun } from '../../src/demo/github/state/check.ts';
import { handledEvents } from '../../src/app/triggers.ts';
import { checksOf, labelsOf, ownComments, runsOf, slug, type Town } from './running-app.ts';

const owners = ['alice', 'bob', 'carol', null] as const;
type Owner = (typeof owners)[number];

const path = 'rfcs/0001-keys.md';

function documentOf(owner: Owner): string {
  return `# Rotate keys\n\n${owner === null ? 'Let us rotate the keys.' : `**Decision Owner**: @${owner}`}\n`;
}

/** One RFC, and who decides it by what people last did. */
interface Rfc {
  number: number;
  owner: Owner;
  /** The branch of a pull request; null for an issue. */
  branch: string | null;
}

export interface Findings {
  /** RFCs whose last word by a person was answered with 202. */
  acknowledged: number;
  /** Clicks on what is still the newest text that were answered with 202. No sweep could find one that was lost. */
  clicks: number;
  /** Of both, those that nothing shows. */
  lost: string[];
}

/** Somebody asked for a check to be run again, or for a suggestion. */
interface Clicked {
  number: number;
  run: CheckRun;
  action: 'rerequested' | 'requested_action';
}

/** A repository of RFCs whose owners change all the time: each change is one that GitHub then has to show. */
export class CrashStage {
  readonly repo: string;
  readonly #town: Town;
  readonly #random: () => number;
  readonly #rfcs: Rfc[] = [];
  readonly #clicks: Clicked[] = [];

  /** `random` gives numbers from 0 to 1, the same for the same seed. */
  constructor(town: Town, random: () => number) {
    this.#town = town;
    this.#random = random;
    this.repo = town.newRepository({ '.github/unpause.yml': '' });
  }

  /** One thing that somebody does; resolves when the App was told of it, or could not be told. */
  async act(): Promise<void> {
    this.#do();
    await this.#town.standIn.deliveries.settled();
  }

  /** So many things at once: the App is told of all of them while it looks at the first. */
  rush(acts: number): void {
    for (let act = 0; act < acts; act++) this.#do();
  }

  #do(): void {
    const run = this.#random() < 0.2 ? this.#clickable() : null;
    if (run) this.#click(run);
    else if (this.#rfcs.length < 3 || (this.#rfcs.length < 10 && this.#random() < 0.3)) this.#open();
    else this.#change(this.#rfcs[Math.floor(this.#random() * this.#rfcs.length)]);
  }

  /** What the App was told, and what it shows. */
  inspect(): Findings {
    const told = this.#rfcs.filter(({ number }) => this.#lastWord(number)?.statusCode === 202);
    const clicks = this.#clicks.filter((click) => this.#isCurrent(click) && this.#isTold(click));
    const unheeded = clicks.filter((click) => !this.#isDone(click)).map(({ number, action }) => `${this.repo}#${number}: ${action} had no effect`);
    return { acknowledged: told.length, clicks: clicks.length, lost: [...told.flatMap((rfc) => this.#lackOf(rfc)), ...unheeded] };
  }

  /** The RFCs that were opened so far. */
  get numbers(): readonly number[] {
    return this.#rfcs.map(({ number }) => number);
  }

  /** A check run of the newest text of some pull request, where there is one already. */
  #clickable(): Omit<Clicked, 'action'> | null {
    const runs = this.#rfcs.flatMap(({ number, branch }) => (branch === null ? [] : runsOf(this.#town, this.repo, number).slice(-1).map((run) => ({ number, run }))));
    return runs[Math.floor(this.#random() * runs.length)] ?? null;
  }

  #click({ number, run }: Omit<Clicked, 'action'>): void {
    const { world } = this.#town.standIn;
    const on = { repo: this.repo, by: 'alice', checkRunId: run.id };
    const button = run.actions.find(({ identifier }) => identifier === 'insert-missing');
    const action = button === undefined || this.#random() < 0.5 ? 'rerequested' : 'requested_action';
    this.#clicks.push({ number, run, action });
    if (button === undefined || action === 'rerequested') world.rerequestCheckRun(on);
    else world.clickButton({ ...on, identifier: button.identifier });
  }

  #isCurrent({ number, run }: Clicked): boolean {
    return this.#town.standIn.world.pullRequest(this.repo, number).pull.head.sha === run.headSha;
  }

  #isTold({ run, action }: Clicked): boolean {
    const { log } = this.#town.standIn.deliveries;
    return log.some(({ event, action: told, statusCode, request }) =>
      event === 'check_run' && told === action && statusCode === 202 && (JSON.parse(request.body) as { check_run: { id: number } }).check_run.id === run.id,
    );
  }

  #isDone({ number, run, action }: Clicked): boolean {
    if (action === 'rerequested') return runsOf(this.#town, this.repo, number).some(({ id }) => id > run.id);
    return this.#town.standIn.world.pullRequest(this.repo, number).pull.reviewComments.some(({ body }) => body.includes('```suggestion'));
  }

  #open(): void {
    const { world } = this.#town.standIn;
    const { repo } = this;
    const owner = this.#other(undefined);
    const on = { repo, by: 'bob', title: 'Rotate keys' };
    if (this.#random() < 0.3) {
      const { number } = world.openIssue({ ...on, body: documentOf(owner) });
      world.addLabels({ repo, number, by: 'bob', labels: ['RFC'] });
      this.#rfcs.push({ number, owner, branch: null });
      return;
    }
    const branch = `proposal-${this.#rfcs.length}`;
    // Two pull requests on one commit would be two answers on it.
    world.push({ repo, by: 'bob', branch, message: branch, files: { [path]: documentOf(owner) } });
    this.#rfcs.push({ number: world.openPullRequest({ ...on, head: branch }).number, owner, branch });
  }

  #change(rfc: Rfc | undefined): void {
    if (rfc === undefined) throw new Error('an RFC');
    const { world } = this.#town.standIn;
    rfc.owner = this.#other(rfc.owner);
    const text = documentOf(rfc.owner);
    if (rfc.branch === null) world.editRfc({ repo: this.repo, number: rfc.number, by: 'bob', body: text });
    else world.push({ repo: this.repo, by: 'bob', branch: rfc.branch, message: rfc.branch, files: { [path]: text } });
  }

  #other(owner: Owner | undefined): Owner {
    const others = owners.filter((each) => each !== owner);
    return others[Math.floor(this.#random() * others.length)] ?? null;
  }

  /** The last delivery that told of a person's act on an RFC. The App's own acts tell of nothing new. */
  #lastWord(number: number): DeliveryRecord | undefined {
    const [owner = ''] = this.repo.split('/');
    return this.#town.standIn.deliveries.log.findLast(({ event, request }) => {
      if (!handledEvents.includes(event) || !request.body.includes(`"full_name":"${this.repo}"`)) return false;
      const payload = JSON.parse(request.body) as { sender: { login: string }; repository: { owner: { login: string } }; issue?: { number: number }; pull_request?: { number: number } };
      const about = payload.pull_request?.number ?? payload.issue?.number;
      return about === number && payload.repository.owner.login === owner && payload.sender.login !== `${slug}[bot]`;
    });
  }

  #lackOf({ number, owner, branch }: Rfc): string[] {
    const shown = {
      checks: branch === null ? [] : checksOf(this.#town, this.repo, number),
      labels: labelsOf(this.#town, this.repo, number),
      who: ownComments(this.#town, this.repo, number).map((body) => /\*\*Who decides:\*\* (?:@\u200b)?(\w+)/.exec(body)?.[1]),
    };
    const expected = {
      checks: branch === null ? [] : [`Unpause: document = ${owner === null ? 'failure' : 'success'}`],
      labels: owner === null ? ['RFC', 'needs-decision-owner'] : ['RFC'],
      who: [owner ?? 'not'],
    };
    const [seen, wanted] = [JSON.stringify(shown), JSON.stringify(expected)];
    return seen === wanted ? [] : [`${this.repo}#${number}: ${seen}, expected ${wanted}`];
  }
}

/** Mulberry32: the same numbers for the same seed, from 0 to 1. */
export function seededRandom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
