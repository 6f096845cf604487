import type { TemplateContent } from '../template/template-content.js';
import {
  templateDifferences,
  type ChangedPart,
  type TaskDifference,
} from '../template/template-differences.js';
import { offeredGates } from './offered-gates.js';
import { TemplateWords } from './template-words.js';

/** One thing that a later version of a template has otherwise: a whole task, a part of one, or a gate. */
export interface LineKey {
  /** Of the task, or the phase of the gate. */
  readonly key: string;
  readonly part: 'task' | 'gate' | ChangedPart;
}

/**
 * `open`: the project has it as its version of the template did. `changed-here`: the project has it otherwise already, so
 * taking the line gives up what was changed. `under-way`: work on it has begun (or its gate is decided), so that it is not
 * replanned. `gone-here`: the project took the task out.
 */
export type LineState = 'open' | 'changed-here' | 'under-way' | 'gone-here';

export interface OfferedLine extends LineKey {
  readonly name: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly state: LineState;
  /** In the version that the project runs, in the later one, and in the project; null where it is not there. */
  readonly before: string | null;
  readonly after: string | null;
  readonly here: string | null;
}

export interface Versions {
  /** The version that the project runs. */
  readonly base: TemplateContent;
  readonly later: TemplateContent;
  /** The plan of the project as a template. */
  readonly present: TemplateContent;
  /** Keys of tasks on which work has begun, and phases whose gate is decided. */
  readonly begun: ReadonlySet<string>;
}

/**
 * What a later version of a template offers to a project that was made from an earlier one: what the two versions have
 * otherwise, without what the project has as the later one already. Whatever both have alike is never offered, so nothing
 * that only the project changed is touched.
 */
export function offeredLines(versions: Versions): OfferedLine[] {
  const { base, later, present } = versions;
  const missing = byTask(templateDifferences(present, later));
  const own = byTask(templateDifferences(base, present));
  const words = [base, later, present].map((content) => new TemplateWords(content)) as Three;
  const stateOf = stateIn(versions, own);
  const tasks = templateDifferences(base, later).flatMap(({ key, name, change, fields }): OfferedLine[] => {
    const isMissing = missing.get(key);
    const said = { key, name, change };
    if (change === 'changed') {
      const wanted = fields.filter((part) => own.get(key)?.change === 'removed' || has(isMissing, part));
      return wanted.map((part) => ({
        ...said,
        part,
        state: stateOf(key, part),
        ...told(words, (of) => of.part(key, part)),
      }));
    }
    if (isMissing?.change !== change) return [];
    const state = change === 'added' ? 'open' : stateOf(key, 'task');
    return [{ ...said, part: 'task', state, ...told(words, (of) => of.task(key)) }];
  });
  return [...tasks, ...offeredGates(versions)];
}

type Three = [TemplateWords, TemplateWords, TemplateWords];
type ByTask = ReadonlyMap<string, TaskDifference>;

/** What is not replanned once work has begun: its name, its place, its roles and its checks may still change. */
const REPLANS: readonly LineKey['part'][] = ['task', 'kind', 'duration', 'links', 'date', 'calendar'];

function stateIn({ begun }: Versions, own: ByTask) {
  return (key: string, part: LineKey['part']): LineState => {
    const mine = own.get(key);
    if (mine?.change === 'removed') return 'gone-here';
    if (begun.has(key) && REPLANS.includes(part)) return 'under-way';
    const isOther = part === 'task' ? mine !== undefined : has(mine, part);
    return isOther ? 'changed-here' : 'open';
  };
}

function byTask(differences: readonly TaskDifference[]): ByTask {
  return new Map(differences.map((difference) => [difference.key, difference]));
}

function has(difference: TaskDifference | undefined, part: LineKey['part']): boolean {
  return difference?.fields.some((field) => field === part) ?? false;
}

function told([base, later, present]: Three, ask: (words: TemplateWords) => string | null) {
  return { before: ask(base), after: ask(later), here: ask(present) };
}
