import { Refusal } from '@meridian/refusal';
import type { RefuseStream } from './xml-stream.js';

/** Codes with which a plan file is refused; all end in HTTP 422. */
export const PLAN_FILE_REFUSALS = [
  'projects/plan-file-empty',
  'projects/plan-file-is-mpp',
  'projects/plan-file-not-a-plan',
  'projects/plan-file-encoding',
  'projects/plan-file-malformed',
  'projects/plan-file-doctype',
  'projects/plan-file-entity',
  'projects/plan-file-too-deep',
  'projects/plan-file-too-large',
  'projects/plan-file-too-many-elements',
  'projects/plan-file-too-many-rows',
  'projects/plan-file-text-too-long',
  'projects/plan-file-too-many-attributes',
  'projects/plan-file-took-too-long',
  'projects/plan-file-took-too-much-memory',
] as const;

export type PlanFileRefusalCode = (typeof PLAN_FILE_REFUSALS)[number];

/** The refusal of a plan file as a whole. */
export function planFileRefusal(
  code: PlanFileRefusalCode,
  sentence: string,
  details?: Readonly<Record<string, unknown>>,
): Refusal {
  return new Refusal(code, sentence, { kind: 'unprocessable', details });
}

/** The same for what the XML stream finds. */
export const refusePlanStream: RefuseStream = (problem, sentence, details) =>
  planFileRefusal(`projects/plan-file-${problem}`, sentence, details);
