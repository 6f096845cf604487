import { portfolioRefusal } from './portfolio-refusal.js';

export interface DecodedText {
  readonly text: string;
  readonly warnings: readonly string[];
}

/**
 * Text of a list: UTF-16 or UTF-8 by byte order mark, UTF-16 without a mark by its zero bytes, otherwise UTF-8; bytes
 * that are not UTF-8 are read as Windows-1252, which is what spreadsheets write, and that is said in a warning.
 */
export function decodedText(bytes: Uint8Array): DecodedText {
  const encoding = utf16(bytes);
  if (encoding !== undefined) return { text: strictly(encoding, bytes), warnings: [] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), warnings: [] };
  } catch {
    const warning = 'The file is not UTF-8; it was read as Windows-1252. Check letters with accents.';
    return { text: new TextDecoder('windows-1252').decode(bytes), warnings: [warning] };
  }
}

function strictly(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    const sentence = `The file is not valid ${encoding} text. Save it again as UTF-8.`;
    throw portfolioRefusal('projects/portfolio-file-encoding', sentence, { encoding });
  }
}

function utf16(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 64);
  const zeros = (odd: number): number => head.filter((byte, index) => index % 2 === odd && byte === 0).length;
  if (head.length >= 4 && zeros(1) > head.length / 3) return 'utf-16le';
  if (head.length >= 4 && zeros(0) > head.length / 3) return 'utf-16be';
  return undefined;
}
