import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { packBody, packedSize, unpackBody } from './packed-body.js';

/** Lines as an exported plan has them: alike, and never the same. */
function lines(count: number): string {
  const line = (index: number) => ({
    id: (index * 2_654_435_761) % 2 ** 32,
    name: `Task ${index}`,
    done: index % 101,
  });
  return JSON.stringify(Array.from({ length: count }, (_, index) => line(index)));
}

test('a short body travels as it is', async () => {
  const text = JSON.stringify({ note: 'Zürich' });
  const { data, encoding } = await packBody(text);
  expect([encoding, Buffer.from(data).toString('utf8'), packedSize(text)]).toEqual([null, text, data.length]);
});

test('a long body travels compressed, and its size is known before', async () => {
  const text = lines(5_000);
  const { data, encoding } = await packBody(text);
  expect([encoding, packedSize(text)]).toEqual(['gzip', data.length]);
  expect(data.length).toBeLessThan(text.length / 2);
  await expect(unpackBody(data, encoding)).resolves.toBe(text);
});

test('a body that may be too long for the broker is made as short as it can be', async () => {
  const text = lines(60_000);
  const quickly = gzipSync(text, { level: 1 }).length;
  const { data, encoding } = await packBody(text);
  expect(quickly).toBeGreaterThan(512 * 1024);
  expect(data.length).toBeLessThan(quickly);
  expect(packedSize(text)).toBe(data.length);
  await expect(unpackBody(data, encoding)).resolves.toBe(text);
});

test.each([
  ['br', Buffer.from('x'), /only gzip is known/],
  ['gzip', Buffer.from('no gzip'), /does not inflate/],
  [null, Buffer.from([0xff]), /not well-formed UTF-8/],
])('a body with the encoding %s that is not what it says is refused', async (encoding, data, words) => {
  await expect(unpackBody(data, encoding)).rejects.toThrow(words);
});

test('a few bytes that inflate beyond 64 MB are refused', async () => {
  const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024));
  expect(bomb.length).toBeLessThan(100_000);
  await expect(unpackBody(bomb, 'gzip')).rejects.toThrow(RangeError);
});
