/** One RFC in each kind of pause; Erin is to be asked for help, Dan in the rotation. */
import type { PauseKind } from '../../src/config/schema-pause.ts';
import type { Snapshot } from '../../src/decision/snapshot.ts';
import { bob, carol, everybody } from './a-command-context.ts';
import { aDocument, aSnapshot, headSha, ownerless, type SnapshotParts } from './a-snapshot.ts';
import { did, on, pushed, requested, reviewed, wrote } from './some-acts.ts';

const undated = aDocument({ text: '# Rotate keys\n\n**Decision Owner**: @alice\n' });
const asked = requested(carol, '03-02T10:00', bob);

const parts: Readonly<Record<PauseKind, Pick<SnapshotParts, 'acts' | 'documents' | 'reviewers'>>> = {
  ownerless: { documents: [aDocument({ text: ownerless })] },
  overdue: { documents: [aDocument({ text: '# Rotate keys\n\n**Decision Owner**: @alice\n**Decide by**: 2026-02-27\n' })] },
  contested: { acts: [wrote(carol, '03-02T10:00', '/object It is too risky.')] },
  'awaiting-author': { acts: [asked, reviewed(carol, '03-02T10:00', 'changes-requested')] },
  'awaiting-review': { acts: [asked], reviewers: [carol] },
  'awaiting-decision': { acts: [asked, reviewed(carol, '03-02T10:00')] },
  drifting: {},
};

/** Bob proposes on a Monday at ten; what makes the pause happens at the same time, and nothing after it. */
export function pausedRfc(kind: PauseKind): Snapshot {
  const { acts = [], ...rest } = parts[kind];
  const createdAt = on('03-02T10:00');
  const rfc = { author: bob, createdAt, lastHumanActivityAt: createdAt, head: { sha: headSha, fork: null } };
  return aSnapshot({ rfc, people: everybody, documents: [undated], ...rest, acts: [did('opened', bob, '03-02T10:00'), pushed(bob, '03-02T10:00'), ...acts] });
}
