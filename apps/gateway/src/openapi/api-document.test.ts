import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGateway } from '../testing/test-gateway.js';
import type { TestGateway } from '../testing/test-gateway.js';
import { NotesController } from '../testing/test-routes.js';

type Operation = {
  security: unknown;
  responses: Record<string, { content?: Record<string, { schema: unknown }> }>;
  parameters?: { name: string; in: string; required: boolean }[];
  requestBody?: { content: Record<string, { schema: unknown }> };
};
type Document = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, { properties: Record<string, unknown>; required?: string[] }>;
    securitySchemes: object;
  };
};

let gateway: TestGateway;
let document: Document;

beforeAll(async () => {
  gateway = await startTestGateway({ issuer: 'http://127.0.0.1:9', controllers: [NotesController] });
  document = (await (await fetch(`${gateway.url}/openapi.json`)).json()) as Document;
});

afterAll(() => gateway.stop());

test('the description is OpenAPI 3.1 and knows the bearer token', () => {
  expect(document.openapi).toBe('3.1.1');
  expect(document.components.securitySchemes).toEqual({
    bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
  });
});

describe('every route', () => {
  test('tells its problems and asks for a token', () => {
    const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
    expect(operations.length).toBeGreaterThan(9);
    for (const operation of operations) {
      expect(operation.security).toEqual([{ bearer: [] }]);
      for (const status of ['400', '401', '403', '404', '500', '503']) {
        expect(operation.responses[status]!.content).toEqual({
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        });
      }
    }
  });

  test('that only searches asks for no idempotency key', () => {
    expect(document.paths['/v1/notes/search']!['post']!.parameters ?? []).toEqual([]);
  });

  test('that changes something asks for an idempotency key', () => {
    const names = document.paths['/v1/notes']!['post']!.parameters!.map((one) => [
      one.name,
      one.in,
      one.required,
    ]);
    expect(names).toEqual([
      ['Idempotency-Key', 'header', true],
      ['If-Match', 'header', false],
    ]);
  });
});

test('bodies and answers are described by the rules that check them', () => {
  const { NoteBody, Note, Step } = document.components.schemas;
  expect(NoteBody).toEqual({
    type: 'object',
    properties: {
      title: { type: 'string', maxLength: 10_000 },
      count: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
      weight: { type: 'string', enum: ['low', 'high'] },
      steps: { type: 'array', items: { $ref: '#/components/schemas/Step' } },
    },
    required: ['title'],
  });
  expect(Step!.properties).toEqual({ name: { type: 'string', maxLength: 100 } });
  expect(Note!.properties).toMatchObject({
    id: { type: 'string', format: 'uuid' },
    version: { type: 'integer' },
  });
  expect(document.paths['/v1/notes/{noteId}']!['get']!.responses['200']).toMatchObject({
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Note' } } },
  });
});

test('the page that shows it needs nothing from elsewhere and no inline script', async () => {
  const page = await fetch(`${gateway.url}/docs`);
  const html = await page.text();
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(html).not.toMatch(/https?:\/\/|<script>|style=/);
  for (const [, address] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
    const response = await fetch(gateway.url + address);
    expect({ address, status: response.status }).toEqual({ address, status: 200 });
    expect(response.headers.get('content-type')).toMatch(/javascript|css/);
    await response.arrayBuffer();
  }
});

test('the web application learns how to sign people in', async () => {
  for (const path of ['/v1/sign-in-settings', '/config.json']) {
    const settings = await (await fetch(gateway.url + path)).json();
    expect(settings).toEqual({
      issuer: 'http://127.0.0.1:9',
      clientId: 'meridian-web',
      scope: 'openid profile email offline_access api',
      audience: 'meridian',
    });
  }
});
