import { Refusal } from '@meridian/refusal';
import { requireDate } from '../weeks.js';
import type { LockedThrough, TimeEntry } from './timesheet.js';

/** A line as it is handed in. */
export interface TimeDraft {
  readonly day: string;
  readonly projectId?: string | undefined;
  readonly taskId?: string | undefined;
  readonly background?: string | undefined;
  /** Above zero; left out for a reversal, which takes all of its line back. */
  readonly minutes?: number | undefined;
  readonly note?: string | undefined;
  /** The approved line that this one takes back. */
  readonly reversesEntryId?: string | undefined;
}

export type WrittenDraft = TimeEntry & { readonly isApproved: false };

/** A line of the same person that somebody wants to take back. */
export interface ReversibleEntry extends TimeEntry {
  /** Another sheet takes it back, or a line that is approved. */
  readonly isReversed: boolean;
}

/**
 * Makes lines of what was handed in. A reversal gets work and minutes of the line that it takes back, and its day, unless
 * that is closed: then the day that was given.
 *
 * @param known the lines that may be taken back, by id
 * @throws Refusal when a line says not exactly one thing that was done, or a line cannot be taken back
 */
export function writeDrafts(
  drafts: readonly TimeDraft[],
  known: ReadonlyMap<string, ReversibleEntry>,
  lockedThrough: LockedThrough,
  newId: () => string,
): WrittenDraft[] {
  const taken = new Set<string>();
  return drafts.map((draft) => {
    requireDate(draft.day);
    const { reversesEntryId } = draft;
    if (reversesEntryId === undefined) return written(draft, newId());
    const original = known.get(reversesEntryId);
    requireReversible(original, taken);
    taken.add(reversesEntryId);
    const { isReversed: _, ...line } = original;
    const isClosed = lockedThrough !== null && original.day <= lockedThrough;
    return {
      ...line,
      entryId: newId(),
      day: isClosed ? draft.day : original.day,
      minutes: -original.minutes,
      note: draft.note ?? null,
      reversesEntryId,
      isApproved: false,
    };
  });
}

function written(draft: TimeDraft, entryId: string): WrittenDraft {
  const { day, projectId = null, taskId = null, background = null, minutes, note = null } = draft;
  const hasOneSubject =
    (projectId === null) !== (background === null) && (taskId === null || projectId !== null);
  if (!hasOneSubject || minutes === undefined) {
    throw new Refusal(
      'resourcing/time-without-work',
      'A line has minutes and either a project, with or without a task, or a kind of background work.',
      { kind: 'unprocessable', details: { day } },
    );
  }
  return {
    entryId,
    day,
    projectId,
    taskId,
    background,
    minutes,
    note,
    reversesEntryId: null,
    isApproved: false,
  };
}

function requireReversible(
  original: ReversibleEntry | undefined,
  taken: ReadonlySet<string>,
): asserts original is ReversibleEntry {
  if (!original) {
    throw new Refusal('resourcing/time-entry-not-found', 'You have no line with this id to take back.', {
      kind: 'not-found',
    });
  }
  if (original.isApproved && original.reversesEntryId === null) {
    if (!original.isReversed && !taken.has(original.entryId)) return;
    throw new Refusal(
      'resourcing/entry-reversed',
      'The line is taken back already; a line is taken back once.',
      {
        details: { entryId: original.entryId },
      },
    );
  }
  throw new Refusal(
    'resourcing/entry-not-reversible',
    'Only an approved line can be taken back, and a reversal cannot; change what is not approved in its sheet.',
    { details: { entryId: original.entryId } },
  );
}
