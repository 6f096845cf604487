import type { AttentionLine } from '@meridian/contracts-reporting';
import { withReadableDays } from '../dates/days-in-words.js';
import { formatNear } from '../dates/format-day.js';

type Line = Pick<AttentionLine, 'title' | 'detail' | 'projectName' | 'dueOn' | 'since'>;

export function attentionTitle({ title }: Pick<Line, 'title'>, locale?: string): string {
  return withReadableDays(title, locale);
}

/**
 * The small print of a line: where, until when, and what it is about. The day stands once, near days in words, so a
 * sentence that only repeats it is left out.
 *
 * @param today `YYYY-MM-DD`
 */
export function attentionDetail(line: Line, today: string, locale?: string): string {
  const { projectName, dueOn, since } = line;
  const day = dueOn ? `due ${formatNear(dueOn, today, locale)}` : `since ${formatNear(since, today, locale)}`;
  const detail = withReadableDays(withoutDay(line.detail, dueOn ?? since), locale);
  return [projectName, day, detail.replace(/\.$/, '')].filter(Boolean).join(' · ');
}

/** `Due 2026-11-25. It is late.` is `It is late.`, and `Change request, due 2026-11-25.` is `Change request.` */
function withoutDay(detail: string, day: string): string {
  const said = new RegExp(`(^|, )(due|since) (on )?${day}(\\. |\\.$)`, 'i');
  return detail.replace(said, (_all, before: string, _word, _on, after: string) =>
    before === '' ? '' : after,
  );
}
