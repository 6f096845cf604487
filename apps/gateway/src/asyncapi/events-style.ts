/** The style of the page of events: the reader's own light or dark, readable on a telephone and on paper. */
export const EVENTS_STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1b2430, #e6eaf0); --soft: light-dark(#55606e, #a4afbd);
  --paper: light-dark(#fff, #14181e); --line: light-dark(#dde2e8, #2d3540); --mark: light-dark(#1f5fbf, #84b4ff); }
body { margin: 0 auto; padding: 2rem clamp(1rem, 4vw, 3rem); max-width: 72rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; }
a { color: var(--mark); } small, .kind, dt, caption { color: var(--soft); font-weight: 400; }
.kind { font-size: .85rem; border: 1px solid var(--line); border-radius: 1rem; padding: .1rem .6rem; }
nav { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; border-block: 1px solid var(--line); padding-block: 1rem; }
nav ul { padding-left: 1.2rem; } summary { cursor: pointer; }
h2 { margin-top: 3rem; text-transform: capitalize; } article { border-top: 1px solid var(--line); padding-block: 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; } dd { margin: 0; overflow-wrap: anywhere; }
.table { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: left; padding-block: .25rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); }
pre { overflow-x: auto; border: 1px solid var(--line); padding: 1rem; } code { font-family: ui-monospace, monospace; }
:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
@media print { nav { display: none; } article { break-inside: avoid; } }
`.trimStart();
