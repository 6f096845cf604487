import 'reflect-metadata';
import { IsInt, IsOptional, IsString, Max, Min, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { expect, test } from '@jest/globals';
import { ownerOf, subjectParts } from './contract.js';
import { PARTITIONS, partitionOf } from './partition.js';
import { readContract, validateContract } from './read-contract.js';

class Step {
  @IsInt() @Min(0) @Max(100) readonly percentComplete!: number;
}
class Progress {
  @IsString() readonly taskId!: string;
  @IsOptional() @IsString() readonly note?: string;
  @ValidateNested({ each: true }) @Type(() => Step) readonly steps!: Step[];
}
const good = { taskId: 't1', steps: [{ percentComplete: 40 }] };

test('every wrong field is named by its path', () => {
  expect(validateContract(Progress, { taskId: 7, steps: [{ percentComplete: 140 }], extra: 1 })).toEqual([
    { path: 'extra', message: 'property extra should not exist' },
    { path: 'taskId', message: 'taskId must be a string' },
    { path: 'steps.0.percentComplete', message: 'percentComplete must not be greater than 100' },
  ]);
  expect(validateContract(Progress, good)).toEqual([]);
});

test('an event of a newer owner is read and keeps the field that this consumer does not know', () => {
  const reading = readContract(Progress, { ...good, addedLater: 'kept' }, 'keep');
  expect(reading).toMatchObject({ valid: true, value: { taskId: 't1', addedLater: 'kept' } });
  expect(reading.valid && reading.value).toBeInstanceOf(Progress);
});

test.each([
  ['NUL', { ...good, note: 'a\u0000b' }],
  ['a lone surrogate', { ...good, note: '\ud800' }],
  ['an escape character', { ...good, note: '\u001b[31m' }],
  ['a whole number beyond 2^53', { ...good, steps: [{ percentComplete: 2 ** 53 }] }],
  ['an infinite number', JSON.parse('{"taskId":"t","steps":[{"percentComplete":1e999}]}')],
  ['a prototype key', JSON.parse('{"taskId":"t","steps":[],"__proto__":{"admin":true}}')],
  ['fifty thousand levels', JSON.parse(`{"taskId":"t","steps":${'['.repeat(50_000)}${']'.repeat(50_000)}}`)],
  ['null', null],
  ['a list', [good]],
  ['text', 'progress'],
])('a body with %s is refused before any handler sees it', (_what, plain) => {
  expect(validateContract(Progress, plain)).toHaveLength(1);
});

test('line breaks, tabs and emoji are ordinary text', () => {
  expect(validateContract(Progress, { ...good, note: 'one\r\n\ttwo 👍' })).toEqual([]);
});

test('a subject of another form is a defect named with what is allowed', () => {
  expect(() => subjectParts('events.Projects.TaskProgressed')).toThrow('is not of the form events.<owner>');
  expect(ownerOf({ subject: 'events.projects.task-progressed.v1' })).toBe('projects');
});

test('the partition of an aggregate never changes and spreads evenly', () => {
  expect([partitionOf(''), partitionOf('a'), partitionOf('project-1')]).toEqual([5, 12, 8]);
  const counts = new Array<number>(PARTITIONS).fill(0);
  for (let i = 0; i < 16_000; i += 1) counts[partitionOf(`project-${i}`)]! += 1;
  expect(Math.min(...counts)).toBeGreaterThan(850);
  expect(Math.max(...counts)).toBeLessThan(1_150);
});
