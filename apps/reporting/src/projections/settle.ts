import { AttentionCleared, AttentionRaised } from '@meridian/contracts-reporting';
import type { AttentionKind, AttentionNote } from '../domain/attention.js';
import type { AttentionRow } from '../persistence/rows.js';
import { idFrom } from './id-from.js';
import { dateOf, type News } from './news.js';

export interface AttentionSubject {
  readonly kind: AttentionKind;
  /** Gate, decision, person, milestone or project. */
  readonly subjectId: string;
  readonly projectId: string | null;
}

/**
 * Settles one line of "Needs you today": raises it, rewords it, or clears it when `note` is null. Announces only what
 * changed. The id follows from kind and subject, so that a rebuilt read model has the same ids.
 */
export async function settle(
  news: News,
  subject: AttentionSubject,
  note: AttentionNote | null,
): Promise<void> {
  const attentionId = idFrom(`${subject.kind}:${subject.subjectId}`);
  const known = await news.rows.attention(attentionId);
  const { kind, projectId } = subject;
  const where = projectId === null ? {} : { projectId };
  if (note === null) {
    if (known === null) return;
    await news.rows.removeAttention(attentionId);
    return news.announce(AttentionCleared, { attentionId, kind, ...where });
  }
  const line = { attentionId, ...subject, ...lineOf(note, known, dateOf(news.at)) };
  if (known !== null && isSame(known, line)) return;
  await news.rows.saveAttention(line);
  const { severity, title, detail, since, dueOn } = line;
  const due = dueOn === null ? {} : { dueOn };
  await news.announce(AttentionRaised, {
    attentionId,
    kind,
    severity,
    title,
    detail,
    since,
    ...where,
    ...due,
  });
}

/** A line that is open already keeps its first day, unless the note knows the day itself. */
function lineOf(note: AttentionNote, known: AttentionRow | null, today: string): Required<AttentionNote> {
  if (note.since !== undefined) return { ...note, since: note.since };
  const since = known?.since ?? today;
  const visibleFrom =
    known !== null && known.visibleFrom < note.visibleFrom ? known.visibleFrom : note.visibleFrom;
  return { ...note, since, visibleFrom };
}

function isSame(known: AttentionRow, line: AttentionRow): boolean {
  return (Object.keys(line) as (keyof AttentionRow)[]).every((key) => known[key] === line[key]);
}
