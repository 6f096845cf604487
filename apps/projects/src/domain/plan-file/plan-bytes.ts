import { planFileRefusal, refusePlanStream } from './plan-file-refusal.js';
import { DEFAULT_READ_LIMITS } from './read-limits.js';
import type { ReadLimits } from './read-limits.js';
import { readMspdi } from './read-mspdi.js';
import type { PlanReading } from './read-mspdi.js';
import { doctype, tooLarge } from './xml-stream.js';

/**
 * Reads a plan file as it was handed in: recognises what it is by its first bytes, decodes it and reads it.
 *
 * @throws Refusal `projects/plan-file-...`; for formats that are not read it says how to get one that is.
 */
export function readPlanBytes(bytes: Uint8Array, limits: Partial<ReadLimits> = {}): PlanReading {
  const maxBytes = limits.maxBytes ?? DEFAULT_READ_LIMITS.maxBytes;
  if (bytes.length > maxBytes) throw tooLarge(refusePlanStream, bytes.length, maxBytes);
  recogniseBinary(bytes);
  const text = decodeXml(bytes);
  recogniseText(text.slice(0, 2_000));
  return readMspdi(text, limits);
}

const HINT =
  'In Microsoft Project choose File > Save As and the type "XML Format (*.xml)", that is "Save as XML"';

function recogniseBinary(bytes: Uint8Array): void {
  const starts = (...magic: number[]): boolean => magic.every((byte, index) => bytes[index] === byte);
  if (bytes.length === 0) throw planFileRefusal('projects/plan-file-empty', 'The file is empty.');
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    throw planFileRefusal(
      'projects/plan-file-is-mpp',
      `This is a Microsoft Project file in its own binary format (.mpp). ${HINT}, and bring that file in.`,
    );
  }
  if (starts(0x50, 0x4b, 0x03, 0x04)) {
    throw planFileRefusal(
      'projects/plan-file-not-a-plan',
      `This is a ZIP archive or an Office document, not a plan. ${HINT}, and bring that file in without packing it.`,
    );
  }
}

function recogniseText(head: string): void {
  const text = head.replace(/^\ufeff/, '').trimStart();
  if (text === '') throw planFileRefusal('projects/plan-file-empty', 'The file is empty.');
  if (text.startsWith('ERMHDR\t')) {
    const sentence =
      'This is a Primavera P6 file (.xer). It cannot be read yet; save the plan as Microsoft Project XML and bring that in.';
    throw planFileRefusal('projects/plan-file-is-xer', sentence);
  }
  if (/^<!DOCTYPE/i.test(text)) throw doctype(refusePlanStream);
  if (!text.startsWith('<')) {
    const sentence = `The file is no XML. ${HINT}, and bring that file in.`;
    throw planFileRefusal('projects/plan-file-not-a-plan', sentence);
  }
}

/**
 * Text of an XML file: UTF-16 by its byte order mark or its first bytes, otherwise the declared encoding, otherwise
 * UTF-8. Bytes that are no text in that encoding are refused rather than replaced.
 */
export function decodeXml(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    const sentence = `The file is not valid ${encoding} text. Save it again as UTF-8.`;
    throw planFileRefusal('projects/plan-file-encoding', sentence, { encoding });
  }
}

/** Encodings that plan files come in; every other one is refused by name. */
const ENCODINGS = new Map<string, string>([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['ascii', 'utf-8'],
  ...['iso-8859-1', 'latin1', 'windows-1252', 'cp1252'].map((name) => [name, 'windows-1252'] as const),
  ...['1250', '1251', '1253', '1254', '1255', '1256', '1257', '1258'].map(
    (page) => [`windows-${page}`, `windows-${page}`] as const,
  ),
  ...['2', '3', '4', '5', '6', '7', '8', '10', '13', '14', '15', '16'].map(
    (part) => [`iso-8859-${part}`, `iso-8859-${part}`] as const,
  ),
  ...['shift_jis', 'euc-jp', 'gbk', 'gb2312', 'gb18030', 'big5', 'euc-kr', 'koi8-r'].map(
    (name) => [name, name] as const,
  ),
]);

function encodingOf(bytes: Uint8Array): string {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0x3c && second === 0x00 && fourth === 0x00) return 'utf-16le';
  if (first === 0x00 && second === 0x3c && third === 0x00) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1];
  if (declared === undefined) return 'utf-8';
  const encoding = ENCODINGS.get(declared.toLowerCase());
  if (encoding !== undefined) return encoding;
  const sentence = `The file says that its encoding is ${declared}, which is not read or not true. Save it again as UTF-8.`;
  throw planFileRefusal('projects/plan-file-encoding', sentence, { encoding: declared });
}
