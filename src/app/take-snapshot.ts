/** Everything that `reconcile` may know of one RFC, gathered from GitHub and from what is remembered. */
import { posix } from 'node:path';
import { codeownersOf } from '../decision/codeowners.ts';
import { possibleHeads } from '../decision/believed-record.ts';
import { noLoad } from '../decision/load.ts';
import { listedOnce } from '../decision/listed-once.ts';
import { statusComments } from '../decision/markers.ts';
import { observeRecord, recordOrCopy, type ObservedRecord, type Record, type Seal } from '../decision/record.ts';
import type { ObservedDocument, OwnComment, RulesInForce, Snapshot } from '../decision/snapshot.ts';
import { hasLabel, standingOf } from '../decision/standing.ts';
import { topicOf } from '../decision/topic.ts';
import { attachCarriers, changedTogether } from '../files/attach-carriers.ts';
import { matching } from '../files/document-globs.ts';
import { templateMatcher } from '../files/template-matcher.ts';
import type { ChangedDocument } from '../github/changed-documents.ts';
import { readBlob, readTree } from '../github/files.ts';
import type { DocumentSource } from '../lint/document-source.ts';
import { tellingPaths } from '../lint/fit-domains.ts';
import { presets } from '../lint/presets.ts';
import { observeRfc, type RfcObservation } from '../github/observe-rfc.ts';
import { createOwnerLookUp } from '../github/owner-look-up.ts';
import { readActs, type KnownHead } from '../github/read-acts.ts';
import { mentionedAccounts } from '../github/read-timeline.ts';
import { readOwnReviewComments } from '../github/review-comments.ts';
import { judgeDomainOwners } from './judge-domain-owners.ts';
import { lintDocuments, type FoundDocument } from './lint-documents.ts';
import { lookUpPeople } from './look-up-people.ts';
import type { Remembered } from './look-memory.ts';
import type { Place } from './open-place.ts';
import { judgeProposed } from './read-rules.ts';
import { codeownersIn, readSharedFiles, templatesIn } from './shared-files.ts';

export type TakenSnapshot = { ok: true; snapshot: Snapshot } | { ok: false; reason: 'missing' | 'denied' | 'blocked' };

export interface Asked extends Remembered {
  /** The log reads it as the RFC that it was, though its label may be gone. */
  wasRfc?: boolean;
}

/** Looks at one RFC as it is now. Fails where GitHub does not answer; what it refuses to show is said, not guessed. */
export async function takeSnapshot(place: Place, number: number, remembered: Asked): Promise<TakenSnapshot> {
  const { github, repository, rules, app, sealFor } = place;
  const beganAt = place.now();
  const isTemplate = templateMatcher(rules.config);
  const isDocument = matching(rules.config.documents);
  const { metadataFile } = presets[rules.config.lint.preset];
  const isCarrier = (path: string) => posix.basename(path) === metadataFile;
  const observed = await observeRfc(github, { owner: repository.owner, name: repository.name, number }, {
    app,
    label: rules.config.label,
    isConfigured: rules.inForce.isConfigured,
    configPath: rules.inForce.path,
    isDocument: (path) => (isDocument(path) || isCarrier(path)) && !isTemplate(path),
  });
  if (!observed.ok) return observed;
  const observation = remembered.wasRfc === true ? labelled(observed.observation, rules.config.label) : observed.observation;
  const wantsTexts = remembered.clicks.some(({ kind }) => kind === 'insert-missing');
  const changedPaths = tellingPaths(observation.changedPaths, rules.config.domains);
  const [documents, reviewComments] = await Promise.all([
    lintFound(place, observation, { withTexts: wantsTexts, changed: changedPaths }),
    wantsTexts && observation.rfc.head !== null ? readOwnReviewComments(github, { ...repository, number }, app) : [],
  ]);
  const comments = [...observation.comments, ...reviewComments];
  const record = recordIn(comments, { seal: sealFor(repository.id, number), copy: remembered.copy });
  const { rfc, timeline, reviewers, assignees, checkRuns } = observation;
  const snapshot = listedOnce<Snapshot>({
    repository,
    rules: { ...rules.inForce, proposed: await judgeChangedConfig(place, observation) },
    rfc,
    documents,
    changedPaths,
    comments,
    record,
    checkRuns,
    clicks: remembered.clicks,
    acts: readActs(timeline, { app, rfc, owner: repository.owner, heads: headsIn(record, rfc, beganAt), now: beganAt }),
    reviewers,
    assignees,
    ...nobody,
    calendar: place.calendar,
  });
  if (standingOf(snapshot, rules.config) !== 'rfc') return { ok: true, snapshot };
  const [people, load, earlier] = await Promise.all([findPeople(place, snapshot, observation), place.memory.load(place.loadQuery(number, beganAt)), earlierOn(place, snapshot)]);
  const judged = judgeDomainOwners({ documents, teams: people.teams, labels: rfc.labels, changedPaths, config: rules.config });
  return { ok: true, snapshot: { ...snapshot, ...people, documents: judged, load, earlier } };
}

function labelled(observation: RfcObservation, label: string): RfcObservation {
  const { rfc } = observation;
  return hasLabel(rfc.labels, label) ? observation : { ...observation, rfc: { ...rfc, labels: [...rfc.labels, label] } };
}

type People = Pick<Snapshot, 'people' | 'teams' | 'codeowners'>;

/** For what is no RFC nobody needs to be looked up. */
const nobody: People & Pick<Snapshot, 'load' | 'earlier'> = { people: [], teams: [], codeowners: null, load: noLoad, earlier: [] };

async function findPeople(place: Place, facts: Snapshot, { changedPaths, timeline }: RfcObservation): Promise<People> {
  const asksOwners = place.rules.config.dri.pool.includes('codeowners') && facts.rfc.kind === 'pull-request';
  const text = asksOwners ? codeownersIn(await sharedFiles(place)) : null;
  const codeowners = text === null ? null : codeownersOf(text, changedPaths);
  return { codeowners, ...(await lookUpPeople(place, { facts, codeowners, bystanders: mentionedAccounts(timeline) })) };
}

async function sharedFiles({ sharedFiles: once, github, repository, rules }: Place): Promise<readonly DocumentSource[]> {
  return await once(async () => await readSharedFiles(github, repository, rules.config));
}

async function lintFound(place: Place, observation: RfcObservation, { withTexts, changed }: { withTexts: boolean; changed: readonly string[] }): Promise<ObservedDocument[]> {
  const { github, repository, rules, memory, now } = place;
  const found = await findDocuments(place, observation);
  if (found.length === 0) return [];
  return await lintDocuments(found, {
    config: rules.config,
    templates: templatesIn(await sharedFiles(place)),
    readBlob: async (blob) => await readBlob(github, repository, blob),
    reports: memory.reports,
    lookUp: createOwnerLookUp(github, repository),
    now: now(),
    withTexts,
    labels: observation.rfc.labels,
    changed,
  });
}

/** The files that are documents; where there are none and the label says RFC, the body. */
async function findDocuments(place: Place, { rfc, files }: RfcObservation): Promise<FoundDocument[]> {
  const { config } = place.rules;
  if (files.length > 0 && rfc.head !== null) return await withCarriers(place, files, rfc.head.sha);
  if (!hasLabel(rfc.labels, config.label)) return [];
  const path = rfc.kind === 'issue' ? `issue #${rfc.number}` : `pull request #${rfc.number}`;
  return [{ path, url: rfc.url, diff: [], content: { text: rfc.body } }];
}

/** Under a preset with a file of fields (`kep.yaml`), that file and the document beside it are one thing. */
async function withCarriers({ github, repository, rules }: Place, files: readonly ChangedDocument[], sha: string): Promise<FoundDocument[]> {
  const { metadataFile } = presets[rules.config.lint.preset];
  const changed = new Map(files.map((file) => [file.path, file]));
  const toFound = (path: string, blob: string): FoundDocument => {
    const file = changed.get(path);
    return { path, url: file?.url ?? `${repository.url}/blob/${sha}/${path}`, diff: file?.diff ?? [], content: { blob } };
  };
  if (metadataFile === null) return files.map(({ path, blob }) => toFound(path, blob));
  const tree = await readTree(github, repository, sha);
  const isDocument = matching(rules.config.documents);
  const all = attachCarriers(tree.filter(({ path }) => isDocument(path)), tree, metadataFile);
  return changedTogether(all, new Set(changed.keys())).map(({ path, blob, carriedBy }) => ({ ...toFound(path, blob ?? ''), ...(carriedBy !== undefined && { carriedBy }) }));
}

/** Nobody asks for what was decided before where no topic is named. */
async function earlierOn({ memory, rules }: Place, { repository, rfc, documents }: Snapshot): Promise<Snapshot['earlier']> {
  const topic = topicOf({ documents }, rules.config);
  return topic === null ? [] : await memory.earlier({ repositoryId: repository.id, number: rfc.number, topic });
}

async function judgeChangedConfig({ github, repository, rules }: Place, { configFile }: RfcObservation): Promise<RulesInForce['proposed']> {
  if (configFile === null) return null;
  const bytes = await readBlob(github, repository, configFile.blob);
  return judgeProposed(Buffer.from(bytes).toString('utf8'), rules.files);
}

function recordIn(comments: readonly OwnComment[], { seal, copy }: { seal: Seal; copy: Record | null }): ObservedRecord {
  const [first] = statusComments(comments);
  return first === undefined ? { kind: 'none', copy } : observeRecord(first.body, { seal, copy });
}

/** What nobody sealed is believed as far as it can be true. */
function headsIn(record: ObservedRecord, rfc: Snapshot['rfc'], now: Date): readonly KnownHead[] {
  const heads = recordOrCopy(record)?.heads ?? [];
  return record.kind === 'unsealed' ? possibleHeads(heads, rfc, now) : heads;
}
