/** The documents of the demo's repositories. Their dates lie around the day on which the demo starts. */

/** So many days from the demo's first day, as `2026-12-01`. */
export type DayIn = (days: number) => string;

export const config = `# Unpause reads its rules here, on the default branch. Every key has a default.
documents:
  - 'rfcs/**/*.md'

templates:
  - '**/*template*'

# Who may be asked to drive the next step of an RFC that has fallen silent.
dri:
  pool: [alice, bob, carol, dave]

# Whom to ask for help to decide, in this order.
escalation:
  path: [frank, alice]

# A check of its own on each pull request, which turns once its Decision Owner has decided.
require-decision: true
`;

export const readme = `# RFCs of Acme

Decisions that touch more than one team are written down here before they are made.
Copy \`rfcs/0000-template.md\`, fill it in, and open a pull request.
`;

export const template = `# RFC: [Title]

**Decision Owner**: [Name here]
**Decide by**: [YYYY-MM-DD]
**Consulted**: [Names here]

## Problem

What is in the way today, for whom, and how you know.

## Proposal

What you want to do, in enough detail that somebody could disagree with it.

## Alternatives

What else you looked at, and why this is better. "Do nothing" is one of them.
`;

export const storeTimesInUtc = (day: DayIn): string => `# Store times in UTC

**Decision Owner**: @bob
**Decide by**: ${day(-60)}
**Consulted**: @alice, @dave

## Problem

The booking service stores local times without a zone. On the last Sunday of October, eleven appointments were shown
an hour late, and support had to phone the people concerned.

## Proposal

Every column that holds an instant becomes a timestamp with time zone, written in UTC. The zone of the venue moves to
the venue, where it belongs.

## Alternatives

Store the zone beside every time. It keeps the mistake possible: a row whose zone was forgotten looks like any other.
`;

export const rotateSigningKeys = (day: DayIn): string => `# Rotate the signing keys every 90 days

**Decision Owner**: @alice
**Decide by**: ${day(24)}
**Consulted**: @bob, @carol

## Problem

Our release signing key is four years old. Two people who could read it have moved to other teams since, and nobody can
say with confidence where all the copies are.

## Proposal

Keep the key in the hardware module that the build cluster already has, and make a new one every 90 days. Clients trust
the old and the new key for one overlap of 30 days, so nobody has to update in the same week.

## Alternatives

- **Rotate once, by hand.** Solves today's doubt and leaves the next one to whoever is here then.
- **Keyless signing.** Better in the long run; half of our clients cannot check a transparency log yet.
`;

export const dropNode20 = (day: DayIn): string => `# Drop support for Node 20

**Decide by**: ${day(30)}

## Problem

Node 20 is out of maintenance. We test on it, work around two of its bugs, and 4 % of our users still run it.

## Proposal

The next major version needs Node 22. The current one gets security fixes for six more months, so that the 4 % can
choose their own week.

## Alternatives

Keep it for another year. The two workarounds stay, and so does the third one that we know of.
`;

export const upgradePostgresql = (day: DayIn): string => `# Upgrade PostgreSQL to 18

**Decision Owner**: @acme/platform
**Decide by**: ${day(40)}

## Problem

Version 13 no longer gets security fixes. Every team has said that it should be upgraded, and every team expects the
others to say when.

## Proposal

Upgrade the staging clusters in the first week of the quarter, and one production cluster a week from then on, the
smallest first. Logical replication keeps the way back open for two days each time.

## Alternatives

Move to a managed service at the same time. Two changes at once would leave us guessing which of them hurt.
`;

export const eventSchemaRegistry = (day: DayIn): string => `# A registry for event schemas

**Decision Owner**: @erin, @bob
**Decide by**: ${day(50)}

## Problem

Consumers learn of a changed event when they fail to parse it. In May that was the invoice run.

## Proposal

Producers register the schema of each event, and their build checks that the new one can read what the old one wrote.
Consumers generate their types from the registry.

## Alternatives

Write the rules down and review for them. We did, two years ago; the document is still right, and nobody remembers it.
`;

export const quietHours = (day: DayIn): string => `**Decide by**: ${day(35)}

## Problem

Last quarter 61 of 74 night-time pages needed nothing before the morning. People who are woken for nothing stop reading
carefully, and that is how the one that mattered was missed.

## Proposal

An alert says whether it can wait. What can wait is collected from 22:00 to 07:00 and handed to the morning's on-call
person as one list.

## Alternatives

Raise the thresholds. It helps until traffic grows, and it also hides the slow failures.
`;

export const sharedDesignTokens = (day: DayIn): string => `# Share design tokens between web and mobile

**Decision Owner**: [Name here]
**Decide by**: ${day(60)}

## Problem

The same blue is defined eleven times in three repositories, and four of them differ.

## Proposal

One repository with tokens as JSON, published as a package for the web and as resources for both mobile platforms.

## Alternatives

Agree on names and keep the values where they are. Cheaper now, and the four blues will be six.
`;

/** Its date is a few days further away than "within 6 months": turning the clock by a week brings it near enough. */
export const featureFlagsEnd = (day: DayIn): string => `# Every feature flag gets an end date

**Decision Owner**: @carol
**Decide by**: ${day(188)}
**Consulted**: @dave

## Problem

Of 212 flags, 140 have had the same value for everybody for over a year. Each is two paths through the code, and only
one of them is ever tested.

## Proposal

A flag is created with an end date and an owner. A week before the date its owner gets a pull request that removes it.

## Alternatives

A yearly clean-up week. People were proud of the last one, and the flags came back within four months.
`;

/** The RFC of the story about a decision that nobody makes. */
export const oneSearch = (day: DayIn): string => `# One search instead of two

**Decision Owner**: @alice
**Decide by**: ${day(60)}
**Consulted**: @carol

## Problem

The shop and the help pages have a search each. Both teams would give theirs up, and each waits for the other to say so.

## Proposal

One search for both, looked after by one team.

## Alternatives

Keep both. Every change to what can be found is then made twice.
`;

export const darkMode = `# A dark theme for the website

## Problem

Every third visitor comes at night, and the page is white.

## Proposal

Colours become custom properties, with a second set for \`prefers-color-scheme: dark\`.
`;
