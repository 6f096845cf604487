import { unzipSync } from 'fflate';
import type { UnzipFileInfo } from 'fflate';
import { portfolioRefusal } from './portfolio-refusal.js';
import type { TableLimits } from './table.js';

/** Below this a high ratio is only a small file full of repetition. */
const SMALL = 64 * 1024;

/** The XML parts of a workbook, unpacked only after their announced sizes were found bearable. */
export class XlsxPackage {
  private readonly names: ReadonlySet<string>;

  /** @throws Refusal when it is no ZIP archive, or announces too many, too large or too tightly packed parts. */
  constructor(
    private readonly bytes: Uint8Array,
    limits: TableLimits,
  ) {
    const entries: UnzipFileInfo[] = [];
    unpacked(bytes, (entry) => {
      entries.push(entry);
      if (entries.length > limits.maxEntries) throw tooMany(limits);
      return false;
    });
    checkSizes(entries, limits);
    this.names = new Set(entries.map((entry) => entry.name));
  }

  has(name: string): boolean {
    return this.names.has(name);
  }

  /** Text of a part. An entry that unpacks to another size than announced is cut or refused by the archive reader. */
  text(name: string): string {
    const part = unpacked(this.bytes, (entry) => entry.name === name)[name];
    if (part === undefined) throw malformed(`its part ${name} is missing`);
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(part);
    } catch {
      throw malformed(`its part ${name} is not UTF-8`);
    }
  }
}

function unpacked(bytes: Uint8Array, filter: (entry: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal') throw error;
    throw malformed('the ZIP archive is damaged');
  }
}

function checkSizes(entries: readonly UnzipFileInfo[], limits: TableLimits): void {
  let total = 0;
  for (const entry of entries) {
    total += entry.originalSize;
    if (entry.originalSize > SMALL && entry.originalSize > entry.size * limits.maxPackedRatio)
      throw tooTight(limits);
    if (total > limits.maxUnpackedBytes) {
      const sentence = `The workbook unpacks to more than ${limits.maxUnpackedBytes} bytes.`;
      throw portfolioRefusal('projects/portfolio-file-too-large', sentence, {
        allowed: limits.maxUnpackedBytes,
      });
    }
  }
}

function tooMany({ maxEntries }: TableLimits): Error {
  const sentence = `The workbook has more than ${maxEntries} parts.`;
  return portfolioRefusal('projects/portfolio-file-too-large', sentence, { maxEntries });
}

function tooTight({ maxPackedRatio }: TableLimits): Error {
  const sentence = `A part of the workbook unpacks to more than ${maxPackedRatio} times its size, as only harmful files do. Save the list as CSV if it is genuine.`;
  return portfolioRefusal('projects/portfolio-file-packed-too-tightly', sentence, { maxPackedRatio });
}

function malformed(what: string): Error {
  return portfolioRefusal('projects/portfolio-file-malformed', `The workbook cannot be read: ${what}.`);
}
