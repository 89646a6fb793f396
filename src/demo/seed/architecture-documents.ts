/** The documents of the repository that maps who decides what. */
import type { DayIn } from './documents.ts';

export const architectureConfig = `# Who decides what here, and what silence means.
documents:
  - 'rfcs/**/*.md'

domains:
  data:
    about: Where data is kept, and who may read it.
    owners: [carol, frank]
    rung: consent
    zone: principle-check
    consult: [dave]
    topics: [Where data is kept, Who may read data]
  platform:
    about: What all teams build on.
    owners: [alice, frank]
    rung: consensus
    zone: centre-aware
  tooling:
    about: How it feels to work here.
    rung: delegate

values:
  - id: own-your-data
    text: People own their data.
  - id: learn
    text: We would rather learn than be right.

principles:
  - id: data-stays-close
    text: Data stays in the region of the person it is about.
    value: own-your-data
  - id: small-steps
    text: Take steps that can be undone.
    value: learn
    example: The old search was retired one team at a time.

# Who is told of what touches everybody, and looks after the principles.
stewards:
  pool: [frank, dave]

dri:
  pool: [bob, carol, dave]

escalation:
  path: [frank]

require-decision: true
`;

export const architectureReadme = `# Architecture of Acme

What touches every team. \`.github/unpause.yml\` says who decides what, by which rung of the decision ladder, and which
principles we go by.
`;

export const ordersStay = (day: DayIn): string => `# Orders stay in their region

**Decision Owner**: @carol
**Domain**: data
**Topic**: Where data is kept
**Decide by**: ${day(30)}
**Consulted**: @dave
**Principles**: data-stays-close

## Problem

Orders from three continents lie in one database. Two customers have asked where theirs are, and the honest answer took
us a week.

## Proposal

Each region keeps its own orders. What reports need is summed up there, and only the sums leave it.

## Alternatives

One database with a column for the region. A query that forgets the column reads everything.
`;

export const releaseTrain = (day: DayIn): string => `# One release train for all services

**Decision Owner**: @alice
**Domain**: platform
**Decide by**: ${day(45)}
**Consulted**: @bob

## Problem

Nineteen services are released on nineteen days, and every third release waits for another one.

## Proposal

Every second Tuesday all services are released together. What is not ready waits for the next train, and nobody asks why.

## Alternatives

Let each service say what it needs of the others. We tried, and the list was out of date within a month.
`;

export const formatOnSave = (day: DayIn): string => `# Code is formatted when it is saved

**Decision Owner**: @dave
**Domain**: tooling
**Decide by**: ${day(14)}

## Problem

Every fourth review has a remark about white space.

## Proposal

Editors format on save, with one configuration for all repositories. A hook does it for whoever uses another editor.

## Alternatives

Leave it to each team. The remarks come from where two of them meet.
`;

/** The RFC of the story about a decision by consent. */
export const invoicesStay = (day: DayIn): string => `# Invoices stay in their region, too

**Decision Owner**: @carol
**Domain**: data
**Decide by**: ${day(30)}
**Consulted**: @dave
**Principles**: data-stays-close

## Problem

Orders stay where they were made, and their invoices still go round the world.

## Proposal

Invoices are written and kept where the order is.

## Alternatives

Encrypt them on the way. It protects the way, and not the place where they are kept.
`;
