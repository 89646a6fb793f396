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
  # What the lint looks at.
  pull_request:
    types: [opened, reopened, synchronize, edited, labeled, unlabeled]
  merge_group:
  push:
    branches: [main, master]
  # What the loop hears of: it follows RFCs over time, nudges, asks, and answers commands.
  issues:
    types: [opened, edited, labeled, unlabeled, assigned, unassigned, closed, reopened]
  issue_comment:
    types: [created]
  pull_request_review:
    types: [submitted]
  schedule:
    # Time passes on its own; every two hours on weekdays, in UTC.
    - cron: '17 */2 * * 1-5'
  workflow_dispatch:

# Each job asks for what it needs.
permissions: {}

jobs:
  lint:
    if: github.event_name == 'pull_request' || github.event_name == 'merge_group' || github.event_name == 'push'
    permissions:
      contents: read
      pull-requests: read
    # A newer run of the same branch answers for the older one.
    concurrency:
      group: unpause-lint-\${{ github.ref }}
      cancel-in-progress: true
    runs-on: ubuntu-latest
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      - uses: unpause/unpause@v0
        with:
          mode: lint

  # Take this job out where the Unpause App is installed; while both are there, this one steps back.
  # Where \`label\` in .github/unpause.yml is another one, change \`RFC\` here too.
  loop:
    if: >-
      github.event_name == 'schedule' || github.event_name == 'workflow_dispatch'
      || (github.event_name == 'issues'
        && (contains(github.event.issue.labels.*.name, 'RFC') || github.event.label.name == 'RFC'))
      || (github.event_name == 'issue_comment' && github.event.comment.user.type != 'Bot'
        && (contains(github.event.issue.labels.*.name, 'RFC') || startsWith(github.event.comment.body, '/')))
      || (github.event_name == 'pull_request_review' && contains(github.event.pull_request.labels.*.name, 'RFC')
        && github.event.pull_request.head.repo.full_name == github.repository)
    permissions:
      checks: write
      contents: read
      issues: write
      pull-requests: write
    # One at a time, and none is cut off. Of those that wait GitHub keeps the last; it looks at what the others missed.
    concurrency:
      group: unpause-loop
      cancel-in-progress: false
    runs-on: ubuntu-latest
    timeout-minutes: 15
    steps:
      - uses: unpause/unpause@v0
`;

export const starterFiles: readonly StarterFile[] = [
  { path: '.github/unpause.yml', about: 'the config', text: config },
  { path: 'rfcs/0000-template.md', about: 'a template for RFCs', text: template },
  { path: '.github/workflows/unpause.yml', about: 'a workflow that lints pull requests and follows RFCs', text: workflow },
];
