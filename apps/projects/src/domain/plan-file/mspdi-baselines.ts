import type { CustomFieldCatalogue } from './custom-fields.js';
import type { PlanBaseline } from './plan-baseline.js';
import type { RecordFields } from './record-fields.js';
import type { ReportBook } from './report-book.js';
import { timePhasedOf } from './time-phased.js';

/** What all readers of records need. */
export interface ReadingContext {
  readonly book: ReportBook;
  readonly catalogue: CustomFieldCatalogue;
}

/** The baselines 0 to 10 of a task, resource or assignment. */
export function baselinesOf(fields: RecordFields, { book }: ReadingContext): PlanBaseline[] {
  const byNumber = new Map<number, PlanBaseline>();
  for (const element of fields.element.children('Baseline')) {
    const baseline = fields.of(element);
    const number = baseline.integer('Number') ?? 0;
    const subject = { kind: 'baseline' as const, uid: fields.subject.uid, name: fields.subject.name };
    if (number < 0 || number > 10) {
      book.leftOut(
        subject,
        'unknown-value',
        `Baseline number ${number} does not exist; they go from 0 to 10.`,
      );
    } else if (byNumber.has(number)) {
      book.leftOut(subject, 'duplicate', `Baseline ${number} is there twice; the first one was taken.`);
    } else {
      book.read('baseline');
      byNumber.set(number, baselineOf(baseline, number));
    }
  }
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
}

function baselineOf(fields: RecordFields, number: number): PlanBaseline {
  return {
    number,
    start: fields.moment('Start'),
    finish: fields.moment('Finish'),
    durationMinutes: fields.minutes('Duration'),
    workMinutes: fields.minutes('Work'),
    costMinor: fields.minor('Cost'),
    fixedCostMinor: fields.minor('FixedCost'),
    timePhased: timePhasedOf(fields.element),
  };
}

/** Baselines and links of an element that is not part of the plan are not either. */
export function leaveOutParts(fields: RecordFields, { book }: ReadingContext): void {
  if (fields.subject.kind === 'calendar') return;
  const owner = { uid: fields.subject.uid, name: fields.subject.name };
  const sentence = `It belongs to a ${fields.subject.kind} that was left out.`;
  fields.element
    .children('Baseline')
    .forEach(() => book.leftOut({ kind: 'baseline', ...owner }, 'owner-left-out', sentence));
  if (fields.subject.kind !== 'task') return;
  fields.element
    .children('PredecessorLink')
    .forEach(() => book.leftOut({ kind: 'link', ...owner }, 'owner-left-out', sentence));
}
