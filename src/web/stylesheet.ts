/** The one stylesheet of the server's pages: readable on a phone, by keyboard, and in the dark. */
export const stylesheet = `:root {
  color-scheme: light dark;
  --text: light-dark(#1f2328, #e6edf3);
  --quiet: light-dark(#59636e, #9198a1);
  --ground: light-dark(#f6f8fa, #0d1117);
  --card: light-dark(#ffffff, #151b23);
  --line: light-dark(#d1d9e0, #3d444d);
  --accent: light-dark(#0969da, #4493f8);
  --button: light-dark(#1a7f37, #238636);
}
* { box-sizing: border-box; }
body {
  margin: 0;
  padding: 2rem 1rem;
  background: var(--ground);
  color: var(--text);
  font: 1rem/1.55 system-ui, sans-serif;
}
main {
  max-width: 40rem;
  margin: 0 auto;
  padding: 1.5rem clamp(1rem, 4vw, 2rem);
  background: var(--card);
  border: 1px solid var(--line);
  border-radius: 0.75rem;
}
h1 { margin: 0 0 0.5rem; font-size: 1.5rem; line-height: 1.25; }
a { color: var(--accent); }
code { font-size: 0.9em; overflow-wrap: anywhere; }
.quiet { color: var(--quiet); }
label { display: block; margin: 1rem 0 0.25rem; font-weight: 600; }
input {
  width: 100%;
  padding: 0.5rem 0.65rem;
  font: inherit;
  color: inherit;
  background: var(--ground);
  border: 1px solid var(--line);
  border-radius: 0.4rem;
}
button {
  margin-top: 1.25rem;
  padding: 0.55rem 1rem;
  font: inherit;
  font-weight: 600;
  color: #ffffff;
  background: var(--button);
  border: 0;
  border-radius: 0.4rem;
  cursor: pointer;
}
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;
