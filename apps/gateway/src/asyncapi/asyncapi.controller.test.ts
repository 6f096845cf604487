import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestGateway } from '../testing/test-gateway.js';
import type { TestGateway } from '../testing/test-gateway.js';
import { eventCatalogue } from './event-catalogue.js';
import { eventsPage } from './events-page.js';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway({ issuer: 'http://127.0.0.1:9' });
});

afterAll(() => gateway.stop());

const read = async (path: string) => {
  const response = await fetch(gateway.url + path);
  return { status: response.status, headers: response.headers, body: await response.text() };
};

test('anybody may read the AsyncAPI document', async () => {
  const { status, headers, body } = await read('/asyncapi.json');
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
  const document = JSON.parse(body) as { asyncapi: string; channels: object };
  expect(document.asyncapi).toBe('3.0.0');
  expect(Object.keys(document.channels)).toContain('projects.task-progressed.v1');
});

test('the page names every event and request once, who consumes it, its fields and an example', async () => {
  const { body } = await read('/events');
  const document = JSON.parse((await read('/asyncapi.json')).body) as Record<string, object>;
  const entries = [...eventCatalogue(document).values()].flat();
  expect(entries.length).toBeGreaterThanOrEqual(70);
  for (const { key, title } of entries) {
    expect(body.split(`<article id="${key}">`)).toHaveLength(2);
    expect(body).toContain(`<a href="#${key}">${title}</a>`);
  }
  const [, article = ''] = body.split('<article id="projects.task-progressed.v1">');
  expect(article).toContain('<dt>Consumed by</dt><dd>budgeting');
  expect(article).toContain('<code>percentComplete</code></th><td>integer, 0 to 100</td><td>always</td>');
  expect(article).toContain('<code>asOf</code></th><td>string, date YYYY-MM-DD</td>');
  expect(article).toContain('&quot;percentComplete&quot;: 40');
});

test('the page needs no script, no inline style and nothing from elsewhere', async () => {
  const { headers, body } = await read('/events');
  expect(headers.get('content-security-policy')).toContain("style-src 'self'");
  expect(body).not.toMatch(/https?:\/\/|<script|style=|<style/);
  const addresses = [...body.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, address]) => address!);
  expect(new Set(addresses)).toEqual(new Set(['/events/page.css', '/asyncapi.json', '/docs']));
  for (const address of addresses)
    expect({ address, ...(await read(address)) }).toMatchObject({ status: 200 });
});

test('fields of classes within a list are told with their place, a class within itself once', () => {
  const node = {
    type: 'object',
    description: 'A node.',
    properties: {
      name: { type: 'string', maxLength: 9 },
      below: { type: 'array', items: { $ref: '#/components/schemas/a.Node' } },
    },
    required: ['name'],
  };
  const document = {
    channels: {
      'a.tree.v1': {
        title: 'Tree',
        address: 'events.a.tree.v1',
        'x-meridian': { owner: 'a', kind: 'event' },
      },
    },
    operations: {
      'b.reacts.a.tree.v1': {
        action: 'receive',
        channel: { $ref: '#/channels/a.tree.v1' },
        tags: [{ name: 'b' }],
      },
    },
    components: {
      messages: { 'a.tree.v1': { payload: { $ref: '#/components/schemas/a.Tree' } } },
      schemas: {
        'a.Tree': {
          type: 'object',
          properties: { root: { $ref: '#/components/schemas/a.Node', description: '<b>' } },
        },
        'a.Node': node,
      },
    },
  };
  const catalogue = eventCatalogue(document);
  expect(catalogue.get('a')![0]).toMatchObject({
    users: ['b'],
    fields: [
      { path: 'root', form: 'Node', isOptional: true, description: '<b>' },
      { path: 'root.name', form: 'string, up to 9 characters', isOptional: false, description: '' },
      { path: 'root.below', form: 'list of Node', isOptional: true, description: 'A node.' },
    ],
  });
  expect(eventsPage(catalogue)).toContain('<td>&lt;b&gt;</td>');
});
