import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
  validateSync,
} from 'class-validator';
import fc from 'fast-check';
import { compiledContract, quickReading } from './compiled-contract.js';

class Step {
  @IsUUID() readonly stepId!: string;
  @IsOptional() @IsInt() @Min(0) @Max(100) readonly percent?: number;
  @IsOptional() @Type(() => Step) @ValidateNested({ each: true }) @IsArray() readonly steps?: readonly Step[];
}

class Plan {
  @IsUUID() readonly planId!: string;
  @IsString() @MaxLength(5) readonly name!: string;
  @IsIn(['draft', 'final']) readonly state!: string;
  @IsBoolean() readonly isOpen!: boolean;
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly on?: string;
  @IsArray() @ArrayMaxSize(2) @IsString({ each: true }) readonly tags!: readonly string[];
  @Type(() => Step) @ValidateNested() readonly first!: Step;
  @IsString() readonly note: string = 'none';
}

class Shouted {
  @IsString() @Transform(({ value }) => String(value).toUpperCase()) readonly word!: string;
}

class Sometimes {
  @ValidateIf((it: Sometimes) => it.word !== 'no') @IsInt() readonly count!: number;
  @IsString() readonly word!: string;
}

const ID = '5f0c1d6e-8a55-4c6c-9a3a-1f1b8a7d2c11';
const RIGHT = {
  planId: ID,
  name: 'plan',
  state: 'final',
  isOpen: true,
  tags: ['a'],
  first: { stepId: ID, percent: 3, steps: [{ stepId: ID }] },
};

/** A JSON value that is sometimes right and mostly nearly so. */
const member = fc.oneof(
  fc.constantFrom(
    ...Object.values(RIGHT),
    null,
    undefined,
    '2026-11-23',
    'too long',
    101,
    -1,
    [],
    [null],
    {},
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
const nearly = fc
  .tuple(
    fc.record({ ...record(Object.keys(RIGHT)), on: member, toString: member }, { requiredKeys: [] }),
    fc.boolean(),
  )
  .map(([changed, isWhole]) => ({ ...RIGHT, ...(isWhole ? {} : changed) }) as object);

function record(names: readonly string[]): Record<string, typeof member> {
  return Object.fromEntries(names.map((name) => [name, member]));
}

function slowly(contract: new () => object, plain: object, unknown: 'refuse' | 'keep'): object | undefined {
  const value = plainToInstance(contract, plain, { exposeDefaultValues: true });
  const whitelist = unknown === 'refuse';
  const errors = validateSync(value, {
    whitelist,
    forbidNonWhitelisted: whitelist,
    forbidUnknownValues: false,
  });
  return errors.length === 0 ? value : undefined;
}

describe('a compiled contract', () => {
  test.each(['refuse', 'keep'] as const)(
    'never takes what class-validator refuses and reads the same (unknown fields: %s)',
    (unknown) => {
      let taken = 0;
      fc.assert(
        fc.property(nearly, (given) => {
          const plain = JSON.parse(JSON.stringify(given)) as object;
          const quick = quickReading(compiledContract(Plan)!, plain, unknown);
          if (quick === undefined) return;
          taken += 1;
          expect(quick).toEqual(slowly(Plan, plain, unknown));
          expect(quick).toBeInstanceOf(Plan);
        }),
        { numRuns: 2_000 },
      );
      expect(taken).toBeGreaterThan(100);
    },
  );

  test('takes what is right', () => {
    const read = quickReading(compiledContract(Plan)!, RIGHT, 'keep') as Plan;
    expect(read.first).toBeInstanceOf(Step);
    expect(read.first.steps?.[0]).toBeInstanceOf(Step);
    expect(read.note).toBe('none');
  });

  test('is not made of a class that transforms', () => {
    expect(compiledContract(Shouted)).toBeNull();
  });

  test('asks for a condition as class-validator does', () => {
    const contract = compiledContract(Sometimes)!;
    expect(quickReading(contract, { word: 'no' }, 'keep')).toEqual({ word: 'no' });
    expect(quickReading(contract, { word: 'yes' }, 'keep')).toBeUndefined();
  });
});
