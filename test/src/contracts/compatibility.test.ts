import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { BREAKING_EVENT_CHANGES } from './breaking-event-changes.js';
import { BREAKING_REQUEST_CHANGES } from './breaking-request-changes.js';
import { incompatibilities } from './compatibility.js';
import { gate } from './gate.js';
import { HARMLESS_CHANGES } from './harmless-changes.js';
import { presentSchemas, schemaPath } from './release-files.js';
import { add, beforeAndAfter, remove, set } from './schema-changes.js';
import type { ChangeTable, SchemaChange } from './schema-changes.js';

const breaking = [BREAKING_EVENT_CHANGES, BREAKING_REQUEST_CHANGES].flatMap(rowsOf);
const PROGRESS = 'events.projects.task-progressed.v1';
const REPORT = 'requests.projects.report-progress.v1';

describe('the gate refuses that', () => {
  test.each(breaking)('$sentence', ({ kind, path, ...change }) => {
    const found = incompatibilities(...beforeAndAfter(change));
    expect(found.map((one) => ({ kind: one.kind, path: one.path }))).toContainEqual({ kind, path });
    for (const { breaks, found: text } of found) {
      expect(breaks.length).toBeGreaterThan(0);
      expect(text).toMatch(/^[a-z].{5,}/);
    }
  });
});

describe('the gate lets pass that', () => {
  test.each(HARMLESS_CHANGES)('$sentence', (change) => {
    const [before, after] = beforeAndAfter(change);
    expect(after).not.toBe(before);
    expect(JSON.stringify(after)).not.toBe(JSON.stringify(before));
    expect(incompatibilities(before, after)).toEqual([]);
  });
});

test('more than thirty kinds of change are known to break somebody', () => {
  expect(new Set(breaking.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(30);
  expect(HARMLESS_CHANGES.length).toBeGreaterThanOrEqual(20);
});

test('what a request may do an event may not: it has readers and past events on both sides', () => {
  const wider = [set('percentComplete', { maximum: 200 }), set('asOf', { pattern: undefined })];
  for (const change of wider) {
    expect(incompatibilities(...beforeAndAfter({ sentence: '', subject: REPORT, change }))).toEqual([]);
    const [found] = incompatibilities(...beforeAndAfter({ sentence: '', subject: PROGRESS, change }));
    expect(found!.breaks).toEqual(['consumers that were built before the change']);
  }
});

test('null that was taken is forbidden to callers who send it', () => {
  const change = set('asOf', { type: ['string', 'null'] });
  const [strict, lenient] = beforeAndAfter({ sentence: '', subject: REPORT, change });
  expect(incompatibilities(strict, lenient)).toEqual([]);
  expect(incompatibilities(lenient, strict)).toMatchObject([{ kind: 'null-forbidden', path: 'asOf' }]);
});

test('what broke a contract also breaks it together with harmless changes', () => {
  const change = (draft: Parameters<SchemaChange['change']>[0]): void => {
    remove('reportedBy')(draft);
    add('note', { type: 'string' }, 'optional')(draft);
    draft['description'] = 'Something else.';
  };
  const found = incompatibilities(...beforeAndAfter({ sentence: '', subject: PROGRESS, change }));
  expect(found).toMatchObject([{ kind: 'field-removed', path: 'reportedBy' }]);
});

test('the text says what was found, who would break, and what to do instead', () => {
  const change = set('percentComplete', { type: 'string' });
  const [before, after] = beforeAndAfter({ sentence: '', subject: PROGRESS, change });
  const path = schemaPath(PROGRESS);
  const texts = gate(new Map([[path, before]]), new Map([[path, after]]), () => ['budgeting', 'reporting']);
  expect(texts).toEqual([
    [
      'events.projects.task-progressed.v1 no longer keeps what was released:',
      '  percentComplete: its type was integer and is string (type-changed).',
      '    Breaks consumers that read events announced before the change (outboxes are kept and replayed), and consumers that were built before the change.',
      '  Consumed by: budgeting, reporting.',
      '  Take the change back, add an optional field instead, or leave TaskProgressed as it is and publish',
      '  TaskProgressedV2 on events.projects.task-progressed.v2 beside it until its last user has moved.',
    ].join('\n'),
  ]);
});

test('a contract that disappears is refused, a new one and a new major beside the old pass', () => {
  const [before] = beforeAndAfter({ sentence: '', subject: PROGRESS, change: () => undefined });
  const released = new Map([[schemaPath(PROGRESS), before]]);
  const v2 = new Map([...released, [schemaPath('events.projects.task-progressed.v2'), before] as const]);
  expect(gate(released, v2, () => [])).toEqual([]);
  expect(gate(new Map(), released, () => [])).toEqual([]);
  const [text] = gate(released, new Map(), () => ['budgeting']);
  expect(text).toContain('no class carries it any more (contract-removed). Used by budgeting.');
  expect(text).toContain('deleting libs/contracts/projects/schemas/task-progressed.v1.json');
});

function rowsOf(table: ChangeTable) {
  return Object.entries(table).flatMap(([subject, rows]) =>
    rows.map(([sentence, kind, path, change]) => ({ sentence, kind, path, subject, change })),
  );
}

test('no contract is refused for being what it is', () => {
  for (const schema of presentSchemas().values()) {
    expect(incompatibilities(schema, structuredClone(schema))).toEqual([]);
  }
});
