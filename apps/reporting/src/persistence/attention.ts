import { createHash } from 'node:crypto';
import { AttentionCleared, AttentionRaised } from '@meridian/contracts-reporting';
import type { AttentionKind, AttentionNote } from '../domain/attention.js';
import type { News } from './project-status.js';

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
  const { tx, at } = news;
  const { kind, subjectId, projectId } = subject;
  const known = await tx.attention.findUnique({ where: { kind_subjectId: { kind, subjectId } } });
  const isOpen = known !== null && known.clearedAt === null;
  const attentionId = known?.attentionId ?? attentionIdOf(kind, subjectId);
  const where = projectId === null ? {} : { projectId };

  if (note === null) {
    if (!isOpen) return;
    await tx.attention.update({ where: { attentionId }, data: { clearedAt: at } });
    return news.announce(AttentionCleared, { attentionId, kind, ...where });
  }
  if (
    isOpen &&
    known.title === note.title &&
    known.detail === note.detail &&
    known.severity === note.severity
  )
    return;

  const since = isOpen ? known.since : at.toISOString().slice(0, 10);
  const visibleFrom = isOpen && known.visibleFrom < note.visibleFrom ? known.visibleFrom : note.visibleFrom;
  const line = { ...note, projectId, since, visibleFrom, clearedAt: null };
  await tx.attention.upsert({
    where: { attentionId },
    create: { attentionId, kind, subjectId, ...line },
    update: line,
  });
  const { severity, title, detail, dueOn } = note;
  await news.announce(AttentionRaised, {
    attentionId,
    kind,
    severity,
    title,
    detail,
    since,
    ...where,
    ...(dueOn === null ? {} : { dueOn }),
  });
}

/** A UUID (version 8, RFC 9562) made of kind and subject. */
function attentionIdOf(kind: AttentionKind, subjectId: string): string {
  const hex = createHash('sha256').update(`${kind}:${subjectId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
