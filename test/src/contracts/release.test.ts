import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { asyncApiDocument } from './asyncapi-document.js';
import { commentsIn } from './class-comments.js';
import { EVENTS, REQUESTS } from './contracts.js';
import { gate } from './gate.js';
import { ASYNCAPI_PATH, goldenExamples, presentSchemas, readJson, releasedSchemas } from './release-files.js';
import { appsThat, contractUses } from './usage.js';
import { writeJson } from './write-json.js';

const HOW = 'Run `npm run contracts -- release` and commit what it writes.';
const present = presentSchemas();
const released = releasedSchemas();
const uses = contractUses();

test('no contract breaks who relies on its released form', () => {
  const usersOf = (subject: string) => appsThat(uses, ['reacts', 'watches', 'asks'], subject);
  expect(gate(released, present, usersOf).join('\n\n')).toBe('');
});

test(`the released schemas say what the classes say. ${HOW}`, () => {
  const paths = [...new Set([...released.keys(), ...present.keys()])];
  const stale = paths.filter((path) => textOf(released.get(path)) !== textOf(present.get(path)));
  expect(stale).toEqual([]);
});

test(`the AsyncAPI document is made of the released schemas. ${HOW}`, () => {
  const document = asyncApiDocument([...present.values()], uses, goldenExamples());
  expect(readJson(ASYNCAPI_PATH)).toEqual(JSON.parse(writeJson(document)));
});

test('every event and every request is released', () => {
  expect(released.size).toBe(EVENTS.length + REQUESTS.length);
  expect(released.size).toBeGreaterThanOrEqual(70);
});

test('every contract and every answer says what it is', () => {
  const silent = [...present.values()].flatMap((schema) => {
    const { answer = '' } = schema['x-meridian'];
    const described = { [schema.title]: schema, ...schema.$defs };
    return [schema.title, answer.replace('#/$defs/', '')]
      .filter((name) => name !== '' && described[name]?.['description'] === undefined)
      .map((name) => `${schema.title}: ${name}`);
  });
  expect(silent).toEqual([]);
});

test('comments of classes and fields are read without their stars and line breaks', () => {
  const source = `
    /** Not the last one. */
    /**
     * How far a task is,
     * in \`percent\`.
     */
    export class Progress {
      static readonly subject = 'x';
      /** From 0 to 100. */
      @IsInt() readonly percent!: number;
      @IsString() readonly note!: string;
    }`;
  expect(commentsIn('progress.ts', source)).toEqual([
    [
      'Progress',
      { text: 'How far a task is, in `percent`.', fields: new Map([['percent', 'From 0 to 100.']]) },
    ],
  ]);
});

test('files are written the way the house formats them', () => {
  const long = Array.from({ length: 12 }, (_, index) => `a-rather-long-word-${index}`);
  expect(writeJson({ a: [1, 'b', null], none: undefined, empty: {}, list: [], deep: [{ c: true }] })).toBe(
    '{\n  "a": [1, "b", null],\n  "empty": {},\n  "list": [],\n  "deep": [\n    {\n      "c": true\n    }\n  ]\n}\n',
  );
  expect(writeJson({ long })).toBe(`${JSON.stringify({ long }, null, 2)}\n`);
});

function textOf(value: object | undefined): string {
  return value === undefined ? 'not there' : writeJson(value);
}
