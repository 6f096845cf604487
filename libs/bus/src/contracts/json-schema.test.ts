import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsLowercase,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { contractFields, jsonSchemas } from './json-schema.js';

class Step {
  @IsInt() @Min(0) @Max(100) readonly percentComplete!: number;
  @IsOptional() @ValidateNested({ each: true }) @Type(() => Step) readonly steps?: readonly Step[];
}
class Progress {
  @IsUUID() readonly taskId!: string;
  @IsOptional() @IsString() @Length(1, 300) readonly note?: string;
  @IsIn(['low', 'high']) readonly weight!: 'low' | 'high';
  @Matches(/^[A-Z]{3}$/) readonly currency!: string;
  @IsNumber({ maxDecimalPlaces: 2 }) readonly hours!: number;
  @IsObject() readonly extra!: object;
  @IsArray() @ArrayMaxSize(5) @IsUUID('4', { each: true }) readonly people!: readonly string[];
  @ValidateNested() @Type(() => Step) readonly first!: Step;
  @IsArray() @ArrayMaxSize(9) @ValidateNested({ each: true }) @Type(() => Step) readonly steps!: Step[];
}

const refTo = (target: new () => object): string => `#/$defs/${target.name}`;

test('the schema of a class says what its rules check, classes within it included', () => {
  const schemas = jsonSchemas([Progress], refTo);
  expect([...schemas.keys()]).toEqual(['Progress', 'Step']);
  expect(schemas.get('Progress')).toEqual({
    type: 'object',
    properties: {
      taskId: { type: 'string', format: 'uuid' },
      note: { type: 'string', minLength: 1, maxLength: 300 },
      weight: { type: 'string', enum: ['low', 'high'] },
      currency: { type: 'string', pattern: '^[A-Z]{3}$' },
      hours: { type: 'number', multipleOf: 0.01 },
      extra: { type: 'object' },
      people: { type: 'array', maxItems: 5, items: { type: 'string', format: 'uuid', pattern: '^.{14}4' } },
      first: { $ref: '#/$defs/Step' },
      steps: { type: 'array', maxItems: 9, items: { $ref: '#/$defs/Step' } },
    },
    required: ['taskId', 'weight', 'currency', 'hours', 'extra', 'people', 'first', 'steps'],
  });
});

test('a class that holds itself is described once', () => {
  expect(jsonSchemas([Step], refTo)).toEqual(
    new Map([
      [
        'Step',
        {
          type: 'object',
          properties: {
            percentComplete: { type: 'integer', minimum: 0, maximum: 100 },
            steps: { type: 'array', items: { $ref: '#/$defs/Step' } },
          },
          required: ['percentComplete'],
        },
      ],
    ]),
  );
});

test('a rule that has no words in JSON Schema is named instead of left out', () => {
  class Quiet {
    @IsString() @IsLowercase() readonly code!: string;
  }
  class Flagged {
    @Matches(/^a$/i) readonly code!: string;
  }
  expect(contractFields(Quiet)[0]!.unknownRules).toEqual(['isLowercase']);
  expect(() => jsonSchemas([Quiet], refTo)).toThrow(
    'Quiet has rules without words in JSON Schema (code: isLowercase)',
  );
  expect(() => jsonSchemas([Flagged], refTo)).toThrow('code: matches');
});

test('two classes of one name cannot be told apart and are refused', () => {
  const other = { Step: class Step {} }.Step;
  expect(() => jsonSchemas([Step, other], refTo)).toThrow('Two classes are named Step');
});
