/** How threads look: lists of them, checks, documents with their lines, and the conversation. */
export const threadStyles = `
.threads li { padding: 0.75rem 1rem; border-top: 1px solid var(--soft); }
.threads li:first-child { border-top: 0; }
.threads .line a { color: var(--text); font-weight: 600; text-decoration: none; margin-right: 0.35rem; }
.threads .line a:hover { color: var(--accent); text-decoration: underline; }
.threads .meta { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.75rem; margin-top: 0.3rem; font-size: 0.85rem; }
.inline-check { display: inline-flex; align-items: center; gap: 0.3rem; }

.thread-head h1 .number { color: var(--quiet); font-weight: 400; }
.thread-head .meta { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 0.75rem; }
.thread-head > p:first-child { margin-top: 0; font-size: 0.85rem; }
.labels { display: flex; flex-wrap: wrap; gap: 0.4rem; margin-top: 0.5rem; }
.refusal { margin: 0; padding: 0.75rem 1rem; color: var(--bad); background: var(--bad-ground); border: 1px solid currentColor; border-radius: var(--round); font-weight: 600; }

.mark { display: inline-grid; place-items: center; flex: none; width: 1.25rem; height: 1.25rem; border-radius: 50%; color: var(--card); background: var(--quiet); }
.mark svg { width: 0.8rem; height: 0.8rem; }
.mark.success { background: var(--good); }
.mark.failure { background: var(--bad); }
.mark.pending { background: var(--warn); }

#checks > p { padding: 0 1rem; }
.check { padding: 0.9rem 1rem; border-left: 4px solid var(--quiet); }
.check + .check { border-top: 1px solid var(--line); }
.check:last-child { border-bottom-left-radius: calc(var(--round) - 1px); }
.check.success { border-left-color: var(--good); }
.check.failure { border-left-color: var(--bad); }
.check.action_required { border-left-color: var(--warn); }
.check h3 { display: flex; align-items: center; gap: 0.6rem; }
.check .result { color: var(--quiet); font-weight: 400; }
.check.success .result { color: var(--good); }
.check.failure .result { color: var(--bad); }
.check .title { margin: 0.35rem 0 0.5rem; font-size: 1.05rem; }
.annotations { display: grid; gap: 0.3rem; margin: 0.5rem 0; font-size: 0.875rem; }
.level { font-weight: 700; color: var(--accent); }
.failure > .level { color: var(--bad); }
.warning > .level { color: var(--warn); }
details { margin: 0.6rem 0; }
summary { cursor: pointer; font-weight: 600; font-size: 0.875rem; width: fit-content; color: var(--accent); }
.check details > .markdown { margin-top: 0.5rem; padding: 0.25rem 1rem; background: var(--inset); border: 1px solid var(--soft); border-radius: 0.5rem; }

.file .path { font: 600 0.85rem/1.4 var(--mono); }
.file > .hint, .file > .edit { margin: 0; padding: 0.75rem 1rem; border-top: 1px solid var(--line); }
.edit form { display: grid; gap: 0.5rem; justify-items: start; margin-top: 0.75rem; }
.edit textarea { font: 0.82rem/1.55 var(--mono); }
.lines { counter-reset: line; padding: 0.5rem 0; overflow-x: auto; }
.lines li { counter-increment: line; position: relative; padding: 0 1rem 0 3.6rem; scroll-margin-top: 5rem; }
.lines li::before { content: counter(line); position: absolute; left: 0; width: 2.8rem; text-align: right; color: var(--quiet); font: 0.78rem/1.75 var(--mono); }
.lines code { display: block; padding: 0; background: none; font-size: 0.82rem; line-height: 1.65; white-space: pre-wrap; min-height: 1.35rem; border-radius: 0; }
.lines li.failure { background: var(--bad-ground); }
.lines li.warning { background: var(--warn-ground); }
.lines li.notice { background: var(--note-ground); }
.lines li:target { box-shadow: inset 4px 0 0 var(--accent); }
.lines mark { color: inherit; background: none; text-decoration: underline wavy currentColor 1px; text-underline-offset: 0.3em; }
.note { margin: 0.25rem 0 0.6rem; padding: 0.55rem 0.8rem; font-size: 0.875rem; background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--accent); border-radius: 0.4rem; }
.note.failure { border-left-color: var(--bad); }
.note.warning { border-left-color: var(--warn); }
.note strong { display: block; font-size: 0.8rem; }

.avatar { display: inline-grid; place-items: center; flex: none; width: 1.7rem; height: 1.7rem; border-radius: 50%; font-size: 0.8rem; font-weight: 700; color: #ffffff; background: #57606a; }
.avatar.bot { border-radius: 0.45rem; background: var(--accent-ground); }
.hue-0 { background: #8a4b08; }
.hue-1 { background: #0b6b78; }
.hue-2 { background: #9a2c6b; }
.hue-3 { background: #3c6a17; }
.hue-4 { background: #2f5bb7; }
#talk { display: grid; gap: 1rem; }
.timeline { display: grid; gap: 1rem; }
.timeline > li { min-width: 0; display: grid; gap: 1rem; }
.timeline > li.small { display: flex; align-items: center; gap: 0.6rem; padding-left: 1rem; font-size: 0.875rem; color: var(--quiet); }
.timeline > li.small .avatar { width: 1.3rem; height: 1.3rem; font-size: 0.65rem; }
.timeline > li.small strong { color: var(--text); }
.comment { background: var(--card); border: 1px solid var(--line); border-radius: var(--round); box-shadow: var(--shadow); overflow: hidden; }
.comment > h3 { display: flex; align-items: center; gap: 0.6rem; padding: 0.55rem 1rem; background: var(--inset); border-bottom: 1px solid var(--line); font-size: 0.875rem; }
.comment.by-bot { border-color: light-dark(#b9b5ee, #46468a); }
.comment.by-bot > h3 { background: var(--note-ground); border-bottom-color: light-dark(#d6d3f6, #34346a); }
.bot-sign { padding: 0 0.45rem; border: 1px solid var(--line); border-radius: 1rem; font-size: 0.7rem; font-weight: 500; color: var(--quiet); background: var(--card); }
.comment > .markdown { padding: 0.4rem 1rem; }
.reactions { display: flex; flex-wrap: wrap; gap: 0.4rem; padding: 0 1rem 0.7rem; }
.reactions li { padding: 0.05rem 0.6rem; border: 1px solid var(--line); border-radius: 1rem; font-size: 0.8rem; color: var(--quiet); background: var(--inset); }
.comment > .edit, .comment > .foot { margin: 0; padding: 0.7rem 1rem; border-top: 1px solid var(--soft); }
.comment-form { display: grid; gap: 0.5rem; justify-items: start; padding: 1rem; }
#act > form, #act > p { margin: 0; padding: 0.75rem 1rem 0; }
#act > :last-child { padding-bottom: 0.9rem; }

.markdown summary { color: var(--text); }
.markdown > :first-child { margin-top: 0.5rem; }
.markdown h1 { font-size: 1.25rem; margin: 1rem 0 0.5rem; }
.markdown h2 { font-size: 1.1rem; margin: 1rem 0 0.5rem; }
.markdown h3 { font-size: 1rem; margin: 0.9rem 0 0.4rem; }
.markdown ul { list-style: disc; padding-left: 1.4rem; }
.markdown ol { list-style: decimal; padding-left: 1.4rem; }
.markdown li { margin: 0.25rem 0; }
.markdown pre { margin: 0.6rem 0; padding: 0.7rem 0.9rem; overflow-x: auto; background: var(--inset); border: 1px solid var(--soft); border-radius: 0.5rem; }
.markdown pre code { padding: 0; background: none; white-space: pre-wrap; }
.markdown pre:has(> code.language-suggestion) { border-left: 4px solid var(--good); background: var(--good-ground); }
.markdown pre:has(> code.language-suggestion)::before { content: 'Suggested change'; display: block; margin-bottom: 0.4rem; color: var(--quiet); font: 600 0.78rem/1.4 system-ui, sans-serif; }
.markdown table { display: block; max-width: 100%; overflow-x: auto; border-collapse: collapse; }
.markdown th, .markdown td { padding: 0.3rem 0.7rem; border: 1px solid var(--line); text-align: left; }
.markdown blockquote { margin: 0.6rem 0; padding-left: 0.9rem; border-left: 4px solid var(--line); color: var(--quiet); }
@media (max-width: 36rem) {
  .lines li { padding-left: 2.6rem; padding-right: 0.6rem; }
  .lines li::before { width: 2rem; }
}
`;
