/** What `unpause init` writes. Each file is complete and commented, and says what may be changed in it. */

export interface StarterFile {
  /** From the repository's root, with `/`. */
  path: string;
  about: string;
  text: string;
}

const config = `# Unpause: who decides, and what is missing. Every key has a default; these are the ones most teams look at.
# All of them: https://github.com/unpause/unpause/blob/main/docs/configuration.md

# Which files are documents. A pull request that changes one is an RFC.
documents:
  - 'rfcs/**/*.md'
  - 'docs/adr/**/*.md'
  - 'docs/decisions/**/*.md'

# Which of them are templates. They are not linted, and what they say in a field names nobody elsewhere.
templates:
  - '**/*template*'

lint:
  # generic, madr, nixos, swift-evolution, kep or daci: how your documents write their fields.
  preset: generic

  # More names for the Decision Owner field.
  # owner:
  #   aliases: [Accountable]

  # error, warning, advice (never fails a run) or off; \`unpause rules\` lists the rules.
  # rules:
  #   decide-by: warning
  #   required-sections: [error, { sections: [Problem, Proposal, Alternatives] }]

# Names that documents use, and the GitHub logins behind them.
# people:
#   Alice Smith: alice
`;

const template = `# RFC: [Title]

**Decision Owner**: [Name here]
Responsible for reviewing input and making the final call. Consults with stakeholders, listens to feedback, then decides.

**Decide by**: [YYYY-MM-DD]
**Consulted**: [Names here]

## Problem

What is in the way today, for whom, and how you know.

## Proposal

What you want to do, in enough detail that somebody could disagree with it.

## Alternatives

What else you looked at, and why this is better. "Do nothing" is one of them.

## Open questions

What you would like others to think about with you.
`;

const workflow = `name: Unpause

on:
  pull_request:
    types: [opened, reopened, synchronize, edited, labeled, unlabeled]
  merge_group:
  push:
    branches: [main, master]

permissions:
  contents: read
  pull-requests: read

# A newer run of the same branch answers for the older one.
concurrency:
  group: unpause-lint-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  lint:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      - uses: unpause/unpause@v0
        with:
          mode: lint
`;

export const starterFiles: readonly StarterFile[] = [
  { path: '.github/unpause.yml', about: 'the config', text: config },
  { path: 'rfcs/0000-template.md', about: 'a template for RFCs', text: template },
  { path: '.github/workflows/unpause.yml', about: 'a workflow that lints pull requests', text: workflow },
];
