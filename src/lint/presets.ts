/** How the RFC processes of the field write the Decision Owner, and what each takes for granted. */
import type { RuleSeverity } from '../config/severity.ts';

export type FieldKey = 'owner' | 'decideBy' | 'domain' | 'rung' | 'consulted' | 'principles' | 'topic' | 'outcomeReview';

export interface Preset {
  /** One line for the docs. */
  about: string;
  /** Labels and front matter keys that name who decides, the usual one first. */
  terms: readonly string[];
  /** What `decision-owner-required` inserts: a line for the body, or one for the front matter. */
  template: { where: 'body' | 'frontmatter'; line: string };
  /** Rules whose severity differs from the rule's own. */
  severities: Readonly<Record<string, RuleSeverity>>;
  /** A file beside the document that holds its fields. */
  metadataFile: string | null;
}

const generic = [
  'Decision Owner',
  'Decision Owners',
  'Decision Owner(s)',
  'Decision Maker',
  'Decision Makers',
  'Decision Maker(s)',
  'Decision-maker',
  'Decision-makers',
  'Decider',
  'Deciders',
  'Decider(s)',
  'Human decision owner',
];

/** Where several deciders are usual, more than one is worth a look and stops nothing. */
const severalAreUsual = { 'decision-owner-single': 'warning' } as const;

export const presets = {
  generic: {
    about: 'A Decision Owner field anywhere in the document, in any written form.',
    terms: generic,
    template: { where: 'body', line: '**Decision Owner**: [Name here]' },
    severities: {},
    metadataFile: null,
  },
  madr: {
    about: 'Markdown Any Decision Records: `decision-makers` (version 4) or `deciders` (2.1 to 3) in front matter, `* Deciders:` or `## Decision Makers` in the text.',
    terms: ['decision-makers', 'Deciders', ...generic, 'Décideurs'],
    template: { where: 'frontmatter', line: 'decision-makers: "[Name here]"' },
    severities: severalAreUsual,
    metadataFile: null,
  },
  nixos: {
    about: 'NixOS RFCs: `shepherd-leader` in front matter or in a table.',
    terms: ['shepherd-leader', ...generic],
    template: { where: 'frontmatter', line: 'shepherd-leader: "[Name here]"' },
    severities: {},
    metadataFile: null,
  },
  'swift-evolution': {
    about: 'Swift Evolution: `* Review Manager: [Name](https://github.com/login)` in the header list.',
    terms: ['Review Manager', 'Review Managers', 'Review Manager(s)', ...generic],
    template: { where: 'body', line: '* Review Manager: TBD' },
    severities: {},
    metadataFile: null,
  },
  kep: {
    about: 'Kubernetes Enhancement Proposals: `approvers` in front matter, or in the `kep.yaml` beside the document.',
    terms: ['approvers', 'approver', ...generic],
    template: { where: 'frontmatter', line: 'approvers: ["TBD"]' },
    severities: severalAreUsual,
    metadataFile: 'kep.yaml',
  },
  daci: {
    about: 'DACI: the Approver decides; Driver, Contributors and Informed do not.',
    terms: ['Approver', 'Approvers', 'Approver(s)', 'RFC Approver', ...generic],
    template: { where: 'body', line: '- **Approver:** [Name here]' },
    severities: severalAreUsual,
    metadataFile: null,
  },
} as const satisfies Record<string, Preset>;
