/**
 * Random numbers by counting: the number of a stream and a run is a function of both, so it does not matter who draws it
 * when. Threefry-2x32 with 13 rounds (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3", SC 2011).
 */
export interface Stream {
  readonly high: number;
  readonly low: number;
}

const PARITY = 0x1bd11bda;
const TO_UNIT = 2 ** -32;

/** Uniform numbers within (0, 1) for `count` runs from `firstRun`; both even. Two runs share one round of mixing. */
export function drawUniforms(
  into: Float64Array,
  stream: Stream,
  at: { readonly seed: number; readonly firstRun: number; readonly count: number },
): void {
  const pair = new Int32Array(2);
  for (let run = 0; run < at.count; run += 2) {
    threefry2x32(pair, (at.firstRun + run) >>> 1, stream.low, at.seed, stream.high);
    into[run] = ((pair[0]! >>> 0) + 0.5) * TO_UNIT;
    into[run + 1] = ((pair[1]! >>> 0) + 0.5) * TO_UNIT;
  }
}

/** Mixes a counter of two words under a key of two words. */
export function threefry2x32(into: Int32Array, c0: number, c1: number, k0: number, k1: number): void {
  const k2 = PARITY ^ k0 ^ k1;
  let a = (c0 + k0) | 0;
  let b = (c1 + k1) | 0;
  a = (a + b) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  a = (a + k1) | 0;
  b = (b + k2 + 1) | 0;
  a = (a + b) | 0;
  b = ((b << 17) | (b >>> 15)) ^ a;
  a = (a + b) | 0;
  b = ((b << 29) | (b >>> 3)) ^ a;
  a = (a + b) | 0;
  b = ((b << 16) | (b >>> 16)) ^ a;
  a = (a + b) | 0;
  b = ((b << 24) | (b >>> 8)) ^ a;
  a = (a + k2) | 0;
  b = (b + k0 + 2) | 0;
  a = (a + b) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  a = (a + k0) | 0;
  b = (b + k1 + 3) | 0;
  a = (a + b) | 0;
  b = ((b << 17) | (b >>> 15)) ^ a;
  into[0] = a;
  into[1] = b;
}

/**
 * The stream of a thing by its name, so that a plan with one risk more draws the same numbers for all the others: two
 * answers then differ by the risk and not by chance. Two FNV-1a hashes, mixed.
 */
export function streamOf(name: string): Stream {
  return { high: hashOf(name, 0x811c9dc5), low: hashOf(name, 0x5bd1e995) };
}

function hashOf(text: string, basis: number): number {
  let hash = basis;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return hash ^ (hash >>> 16);
}
