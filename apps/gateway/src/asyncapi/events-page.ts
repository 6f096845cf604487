import type { CatalogueEntry, CatalogueField } from './event-catalogue.js';

type Catalogue = ReadonlyMap<string, readonly CatalogueEntry[]>;

/** The page about everything services tell and ask each other: plain HTML, one style sheet, no script. */
export function eventsPage(catalogue: Catalogue): string {
  const owners = [...catalogue];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Meridian: events and requests</title><link rel="stylesheet" href="/events/page.css"></head>
<body><header><h1>Events and requests</h1>
<p>What the services of Meridian tell and ask each other, written from the contracts that check it. For programs: <a href="/asyncapi.json">AsyncAPI 3.0</a>. What clients may ask over HTTP: <a href="/docs">the API</a>.</p>
<p>Events are CloudEvents 1.0 on NATS JetStream: nothing is lost, nothing takes effect twice, the order of an aggregate is kept. A contract grows by optional fields; anything else is a new major beside the old one.</p></header>
<nav aria-label="Owners">${owners.map(ownerLinks).join('')}</nav>
<main>${owners.map(([owner, entries]) => ownerSection(owner, entries)).join('')}</main></body></html>
`;
}

function ownerLinks([owner, entries]: readonly [string, readonly CatalogueEntry[]]): string {
  const links = entries.map(({ key, title }) => `<li><a href="#${text(key)}">${text(title)}</a></li>`);
  return `<details><summary>${text(owner)} <small>${entries.length}</small></summary><ul>${links.join('')}</ul></details>`;
}

function ownerSection(owner: string, entries: readonly CatalogueEntry[]): string {
  return `<section><h2 id="${text(owner)}">${text(owner)}</h2>${entries.map(article).join('')}</section>`;
}

function article(entry: CatalogueEntry): string {
  const { key, title, kind, address, description, answer, example } = entry;
  return `<article id="${text(key)}"><h3>${text(title)} <span class="kind">${text(kind)}</span></h3>
<p>${text(description)}</p>
<dl><dt>Subject</dt><dd><code>${text(address)}</code></dd>${users(entry)}</dl>
${fieldTable(`Fields of ${title}`, entry.fields)}
${answer ? `<h4>Answer: ${text(answer.title)}</h4>${fieldTable(`Fields of ${answer.title}`, answer.fields)}` : ''}
${example === undefined ? '' : `<details><summary>Example</summary><pre><code>${text(example)}</code></pre></details>`}</article>`;
}

function users({ kind, owner, users: names }: CatalogueEntry): string {
  const said = names.map(text).join(', ') || 'nobody yet';
  if (kind === 'event') {
    return `<dt>Announced by</dt><dd>${text(owner)}</dd><dt>Consumed by</dt><dd>${said}</dd>`;
  }
  return `<dt>Asked by</dt><dd>${said}</dd><dt>Answered by</dt><dd>${text(owner)}</dd>`;
}

function fieldTable(caption: string, fields: readonly CatalogueField[]): string {
  if (fields.length === 0) return '<p>It carries no fields.</p>';
  const rows = fields.map(
    ({ path, form, isOptional, description }) =>
      `<tr><th scope="row"><code>${text(path)}</code></th><td>${text(form)}</td><td>${isOptional ? 'optional' : 'always'}</td><td>${text(description)}</td></tr>`,
  );
  return `<div class="table" role="region" tabindex="0" aria-label="${text(caption)}"><table><caption>${text(caption)}</caption>
<thead><tr><th scope="col">Field</th><th scope="col">Form</th><th scope="col">There</th><th scope="col">What it is</th></tr></thead>
<tbody>${rows.join('')}</tbody></table></div>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function text(value: string): string {
  return value.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
