import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { readdirSync, readFileSync } from 'node:fs';
import { ROOT } from '../architecture/source-tree.js';
import { CONTRACTS, EVENTS, REQUESTS } from './contracts.js';

const goldenFolder = (owner: string): string => `${ROOT}libs/contracts/${owner}/golden`;
/** `TaskProgressedV2` stands beside `TaskProgressed` and differs in the major of its subject only. */
const kebab = (name: string): string =>
  name
    .replace(/V\d+$/, '')
    .replace(/(?<!^)([A-Z])/g, '-$1')
    .toLowerCase();

test('every owner has events and requests', () => {
  expect(EVENTS.length).toBeGreaterThanOrEqual(30);
  expect(REQUESTS.length).toBeGreaterThanOrEqual(30);
});

describe.each(EVENTS)('$owner $name', ({ owner, name, contract }) => {
  const stem = contract.subject?.split('.').slice(2).join('.') ?? '';

  test('is named in its subject, and its aggregate is one of its fields', () => {
    expect(contract.subject).toBe(`events.${owner}.${kebab(name)}.v${stem.split('.v')[1]}`);
    const example = readExample(owner, stem);
    expect(typeof example[contract.aggregate ?? '']).toBe('string');
  });

  test('takes every golden example ever shipped', () => {
    const examples = readdirSync(goldenFolder(owner)).filter((file) => file.startsWith(`${stem}.`));
    expect(examples.length).toBeGreaterThanOrEqual(1);
    for (const file of examples) {
      const plain = JSON.parse(readFileSync(`${goldenFolder(owner)}/${file}`, 'utf8'));
      expect(violations(contract, plain)).toEqual([]);
    }
  });

  test('refuses an example without its aggregate and one with a field nobody declared', () => {
    const { [contract.aggregate ?? '']: _gone, ...rest } = readExample(owner, stem);
    expect(violations(contract, rest).length).toBeGreaterThan(0);
    expect(violations(contract, { ...readExample(owner, stem), surprise: 1 }).length).toBeGreaterThan(0);
  });
});

test('no golden example is without its contract', () => {
  const known = new Set(
    EVENTS.map(({ owner, contract }) => `${owner}/${contract.subject?.split('.').slice(2).join('.')}`),
  );
  const orphans = [...new Set(CONTRACTS.map((c) => c.owner))].flatMap((owner) =>
    readdirSync(goldenFolder(owner))
      .map((file) => `${owner}/${file.replace(/(\.\d+)?\.json$/, '')}`)
      .filter((stem) => !known.has(stem)),
  );
  expect(orphans).toEqual([]);
});

test.each(REQUESTS)(
  '$owner $name says whether it changes state and what it answers',
  ({ owner, name, contract }) => {
    expect(contract.subject).toMatch(new RegExp(`^requests\\.${owner}\\.${kebab(name)}\\.v\\d+$`));
    expect(['command', 'query']).toContain(contract.kind);
    expect(CONTRACTS.some((c) => c.owner === owner && c.contract === contract.answer)).toBe(true);
  },
);

function readExample(owner: string, stem: string): Record<string, unknown> {
  return JSON.parse(readFileSync(`${goldenFolder(owner)}/${stem}.json`, 'utf8'));
}

function violations(contract: new () => object, plain: object): string[] {
  const errors = validateSync(plainToInstance(contract, plain), {
    whitelist: true,
    forbidNonWhitelisted: true,
  });
  return errors.map((error) => error.toString());
}
