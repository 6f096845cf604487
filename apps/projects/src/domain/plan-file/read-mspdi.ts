import { PlanAssembly } from './plan-assembly.js';
import { RecordBuilder } from './mspdi-records.js';
import { refusePlanStream } from './plan-file-refusal.js';
import type { PlanReading } from './plan-reading.js';
import { DEFAULT_READ_LIMITS } from './read-limits.js';
import type { ReadLimits } from './read-limits.js';
import { streamElements } from './xml-stream.js';

/** Characters, raw or as references, that XML 1.0 forbids; some programs write them all the same. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]));/giu;

/**
 * Reads a Microsoft Project XML document (MSPDI, as written by Project 2003 to today and by many other programs).
 *
 * The report counts what the file holds and tells of every element that was left out or changed. Links, assignments
 * and calendars of the result refer only to what is in the result.
 *
 * @throws Refusal `projects/plan-file-...` when it is no such document, is malformed, or passes a limit.
 */
export function readMspdi(xml: string, limits: Partial<ReadLimits> = {}): PlanReading {
  const bounds = { ...DEFAULT_READ_LIMITS, ...limits };
  const body = xml.startsWith('\ufeff') ? xml.slice(1) : xml;
  const assembly: PlanAssembly = new PlanAssembly(() => builder.project, bounds.maxNotes);
  const builder: RecordBuilder = new RecordBuilder(assembly, bounds);
  let removed = 0;
  const allowed = body.length > bounds.maxBytes ? body : body.replace(FORBIDDEN, () => ((removed += 1), ''));
  if (removed > 0)
    assembly.projectChanged(`${removed} characters that XML does not allow were removed from the file.`);
  streamElements(allowed, bounds, builder, refusePlanStream);
  return assembly.finish(builder.project);
}
