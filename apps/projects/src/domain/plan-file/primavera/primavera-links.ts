import { wholeNumber } from '../mspdi-values.js';
import type { PlanLink } from '../plan-link.js';
import type { RecordFields } from '../record-fields.js';
import type { FoundLink, LinkProblem } from '../settle-links.js';
import { missingPredecessor } from '../settle-links.js';
import type { XmlElement } from '../xml-element.js';
import type { ObjectName } from './primavera-file.js';
import type { PrimaveraRecords } from './primavera-records.js';
import { LINK_WORDS } from './primavera-words.js';

export interface LinkSources {
  readonly all: (name: ObjectName) => readonly XmlElement[];
  readonly records: PrimaveraRecords;
  readonly uidOfActivity: ReadonlyMap<string, number>;
}

/** Reads the relationships of a project. Lags are hours; `aroundTheClock` makes them elapsed ones. */
export function primaveraLinks(
  { all, records, uidOfActivity }: LinkSources,
  own: RecordFields,
  aroundTheClock: boolean,
): FoundLink[] {
  const project = own.element.leaf('ObjectId')?.trim();
  return all('Relationship').map((element) => {
    records.book.found('link');
    const successor = element.leaf('SuccessorActivityObjectId')?.trim() ?? '';
    const uid = uidOfActivity.get(successor);
    const subject = { kind: 'link' as const, uid: uid ?? wholeNumber(successor) ?? null, name: null };
    const fields = records.fields(element, subject);
    const from = element.leaf('PredecessorProjectObjectId')?.trim() ?? '';
    const isForeign = from !== '' && project !== undefined && from !== project;
    return { subject, link: isForeign ? FOREIGN : linkOf(fields, uid, uidOfActivity, aroundTheClock) };
  });
}

const FOREIGN: LinkProblem = {
  reason: 'cross-project',
  sentence: 'It comes from an activity of another project.',
};

function linkOf(
  fields: RecordFields,
  successorUid: number | undefined,
  uidOfActivity: LinkSources['uidOfActivity'],
  aroundTheClock: boolean,
): PlanLink | LinkProblem {
  const from = fields.element.leaf('PredecessorActivityObjectId')?.trim() ?? '';
  const predecessorUid = uidOfActivity.get(from);
  if (predecessorUid === undefined) return missingPredecessor(wholeNumber(from) ?? null);
  if (successorUid === undefined)
    return {
      reason: 'missing-task',
      sentence: 'It leads to an activity that is not in the plan that was read.',
    };
  const word = fields.element.leaf('Type')?.trim() ?? '';
  const type = LINK_WORDS.get(word === '' ? 'Finish to Start' : word);
  if (type === undefined) {
    const sentence = `Its type is "${word.slice(0, 40)}"; it must be one of ${[...LINK_WORDS.keys()].join(', ')}.`;
    return { reason: 'unknown-value', sentence };
  }
  return {
    predecessorUid,
    successorUid,
    type,
    lagKind: aroundTheClock ? 'elapsed' : 'working',
    lagMinutes: fields.hours('Lag') ?? 0,
    lagPercent: null,
    lagUnit: 'hour',
  };
}
