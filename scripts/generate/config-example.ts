/** The example of docs/configuration.md, which shows every key; a test parses it with the real schema. */
export const configExample = `# .github/unpause.yml
_extends: acme/.github:unpause.yml   # another config to inherit from

label: RFC                           # makes a pull request or an issue an RFC
documents:                           # which files are documents
  - rfcs/**/*.md
  - docs/adr/**/*.md
templates:                           # what they say in a field is a placeholder
  - '**/*template*'
people:                              # names that documents use, and their logins
  Alice Smith: alice
  bob@example.com: '@bob'

lint:
  preset: generic                    # generic, madr, nixos, swift-evolution, kep or daci
  owner:
    aliases: [Accountable, Final call]
  terms:                             # more names for the other fields
    decideBy: [Due]
    domain: [Area]
    rung: [How we decide]
    consulted: [Ask first]
    principles: [Guided by]
    topic: [Subject]
    outcomeReview: [Look back on]
  rules:
    decide-by: warning               # error, warning, advice or off
    outcome-review: advice
  suppressions: default              # or: all

require-decision: true               # adds the check \`Unpause: decision\`
decision:
  owners: [carol, acme/architects]   # may decide here without write access
  periods:                           # how long people have, by rung
    consult: {min: 1 working day, max: 5 working days}
    consent: {min: 5 working days, max: 15 working days}
    consensus: {min: 1 working day, max: 15 working days}
  reconsider: extend                 # or: restart
  extension: 2 working days
  quorum: 50                         # per cent who have to support, on consensus
  review-after: 6 months             # when the owner is asked how it turned out

pause:                               # when help is offered
  nudge-after: 3 working days
  dri-after:                         # one value per kind of pause
    contested: 1 working day
    awaiting-review: 2 working days
  term: 3 working days
  max-term: 2 weeks
  escalate-after: 1                  # unanswered terms

calendar:
  timezone: Europe/Berlin
  weekend: [saturday, sunday]
  hours: 09:00-17:00
  country: DE
  holidays: [2026-12-24, 2026-12-31]

dri:                                 # who drives the next step
  pool: [codeowners, reviewers, participants, '@acme/core', dave]
  exclude-author: true
  max-active: 2
  may-decide: false

escalation:
  path: [acme/architects, erin]
  next-after: 2 working days

commands:                            # who may use which; /dri take is dri-take
  dri-take: [members, '@acme/friends']
  escalate: anyone

domains:
  api:
    about: What other teams build on
    when:
      field: [API, Public API]
      labels: [area/api]
      paths: [openapi/**]
    owners: [alice, acme/api]
    rung: consent                    # delegate, consult, consent or consensus
    zone: centre-aware               # local, principle-check or centre-aware
    consult: [acme/sdk]
    escalation: [erin]
    topics: [versioning, authentication]

values:                              # what the team protects
  - id: own-your-data
    text: People own their data.
principles:                          # short rules derived from them
  - id: data-stays-local
    text: User data stays on the device unless its user moves it.
    value: own-your-data
    example: Search builds its index on the phone.
    since: 2026-01-31

stewards:                            # who looks after principles, in turn
  pool: [acme/stewards]
  tensions: 3                        # from so many people it is asked whether it still fits
  within: 90 days
retrospective:
  every: quarter                     # never, month or quarter
digest:
  issue: 7                           # gets a comment each week

labels:
  needs-decision-owner: needs-decision-owner
limits:
  actions-per-day: 50
dry-run: false
`;
