import { isTaskList, readCsv } from './csv/read-csv.js';
import { decodeUnmarked, decodeXml } from './decode-plan-text.js';
import { planFileRefusal, refusePlanStream } from './plan-file-refusal.js';
import type { PlanReading } from './plan-reading.js';
import { PMXML_ROOT } from './primavera/pmxml-file.js';
import { readPmxml, readXer } from './primavera/read-primavera.js';
import { DEFAULT_READ_LIMITS } from './read-limits.js';
import type { ReadLimits } from './read-limits.js';
import { readMspdi } from './read-mspdi.js';
import { doctype, tooLarge } from './xml-stream.js';

/**
 * Reads a plan file as it was handed in: recognises by its first bytes what it is (Microsoft Project XML, Primavera XER or
 * XML, CSV), decodes it and reads it. The name decides only where content cannot: what ends in `.csv` is read as CSV.
 *
 * @throws Refusal `projects/plan-file-...`; for formats that are not read it says how to get one that is.
 */
export function readPlanFile(
  bytes: Uint8Array,
  fileName = '',
  limits: Partial<ReadLimits> = {},
): PlanReading {
  const maxBytes = limits.maxBytes ?? DEFAULT_READ_LIMITS.maxBytes;
  if (bytes.length > maxBytes) throw tooLarge(refusePlanStream, bytes.length, maxBytes);
  refuseBinary(bytes);
  if (isXer(bytes)) {
    const { text, note } = decodeUnmarked(bytes);
    return noted(readXer(withoutMark(text), limits), note);
  }
  if (!isXml(bytes)) return readList(bytes, fileName, limits);
  const text = withoutMark(decodeXml(bytes));
  const head = text.slice(0, 10_000).trimStart();
  if (head === '') throw planFileRefusal('projects/plan-file-empty', 'The file is empty.');
  if (/^<!DOCTYPE/i.test(head)) throw doctype(refusePlanStream);
  return rootOf(head) === PMXML_ROOT ? readPmxml(text, limits) : readMspdi(text, limits);
}

/** A list is taken for one by its name, or because its first line has the heading of a name. */
function readList(bytes: Uint8Array, fileName: string, limits: Partial<ReadLimits>): PlanReading {
  const { text, note } = decodeUnmarked(bytes);
  const list = withoutMark(text);
  if (list.trim() === '') throw planFileRefusal('projects/plan-file-empty', 'The file is empty.');
  const isNamed = /\.(?:csv|tsv|txt)$/i.test(fileName);
  if (!isNamed && !isTaskList(list)) throw notAPlan('The file is neither XML nor a list of tasks.');
  return noted(readCsv(list, fileName, limits), note);
}

/** Whether the first character that is no blank opens a tag, in one byte a letter or in two. */
function isXml(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 400)).replace(
    /[\u0000\u00ef\u00bb\u00bf\u00fe\u00ff]/g,
    '',
  );
  return head.trimStart().startsWith('<');
}

const HINT =
  'In Microsoft Project choose File > Save As and the type "XML Format (*.xml)", that is "Save as XML"';

function refuseBinary(bytes: Uint8Array): void {
  const starts = (...magic: number[]): boolean => magic.every((byte, index) => bytes[index] === byte);
  if (bytes.length === 0) throw planFileRefusal('projects/plan-file-empty', 'The file is empty.');
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    throw planFileRefusal(
      'projects/plan-file-is-mpp',
      `This is a Microsoft Project file in its own binary format (.mpp). ${HINT}, and bring that file in.`,
    );
  }
  if (starts(0x50, 0x4b, 0x03, 0x04)) {
    throw notAPlan('This is a ZIP archive or an Office document; plans are read without packing.');
  }
}

function notAPlan(found: string): Error {
  const sentence = `${found} Microsoft Project XML, Primavera XER or XML, and CSV with a column "Name" are read. ${HINT}, and bring that file in.`;
  return planFileRefusal('projects/plan-file-not-a-plan', sentence);
}

/** The mark of a Primavera export, in one byte a letter or in two. */
function isXer(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 20)).replace(
    /[\u0000\u00ef\u00bb\u00bf\u00fe\u00ff]/g,
    '',
  );
  return head.startsWith('ERMHDR');
}

/** Name of the first element, without prefix; only a hint, the readers check it again. */
function rootOf(head: string): string | undefined {
  return /^(?:<\?[^]{0,2000}?\?>|<!--[^]{0,4000}?-->|\s)*<(?:[\w.-]+:)?([\w.-]+)/.exec(head)?.[1];
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** Adds a sentence about the file as a whole to the report. */
function noted(reading: PlanReading, note: string | undefined): PlanReading {
  if (note === undefined) return reading;
  const { report } = reading;
  const about = { kind: 'project' as const, uid: null, name: null, sentence: note };
  return { ...reading, report: { ...report, changed: [about, ...report.changed] } };
}
