import { momentFromIso } from '@meridian/calendar';
import type { Moment, WorkingCalendar } from '@meridian/calendar';
import type { LinkKind } from '@meridian/network';
import type { StoredTask, TaskDates } from '../plan/stored-plan.js';

/** A link from a task of another project, with the date there that counts. */
export interface ForeignLink {
  readonly linkId: string;
  readonly fromProjectId: string;
  readonly fromTaskId: string;
  readonly toTaskId: string;
  readonly kind: LinkKind;
  /** Working minutes of the task that waits. */
  readonly lagMinutes: number;
  /** Finish (FS, FF) or start (SS, SF) of the task over there; null when it is not in its plan: then nothing is waited for. */
  readonly at: string | null;
}

/** A moment that a link from another project allows. */
export interface OutsideBound {
  readonly at: Moment;
  readonly link: ForeignLink;
}

/** The latest such moments for the start and the finish of a task. */
export interface OutsideBounds {
  readonly start?: OutsideBound;
  readonly finish?: OutsideBound;
}

/** Whether the link goes out from the finish of its predecessor. */
export function isFromFinish({ kind }: Pick<ForeignLink, 'kind'>): boolean {
  return kind === 'FS' || kind === 'FF';
}

/** What each task waits for in other projects: of several links the one that asks for the latest moment. */
export function outsideBounds(
  links: readonly ForeignLink[],
  calendarOf: (taskId: string) => WorkingCalendar,
): ReadonlyMap<string, OutsideBounds> {
  const bounds = new Map<string, OutsideBounds>();
  for (const link of links) {
    if (link.at === null) continue;
    const end = isToStart(link) ? 'start' : 'finish';
    const at = afterLag(momentFromIso(link.at), link.lagMinutes, calendarOf(link.toTaskId));
    const known = bounds.get(link.toTaskId) ?? {};
    const other = known[end];
    if (other === undefined || at > other.at) bounds.set(link.toTaskId, { ...known, [end]: { at, link } });
  }
  return bounds;
}

/** The links of a project with the dates that another project has now; the same list when none of them is another. */
export function followed(
  links: readonly ForeignLink[],
  projectId: string,
  plan: { readonly tasks: readonly StoredTask[]; readonly dates: ReadonlyMap<string, TaskDates> },
): readonly ForeignLink[] {
  if (!links.some(({ fromProjectId }) => fromProjectId === projectId)) return links;
  const active = new Set(plan.tasks.flatMap(({ taskId, isActive }) => (isActive ? [taskId] : [])));
  const now = links.map((link) => {
    if (link.fromProjectId !== projectId) return link;
    const dates = active.has(link.fromTaskId) ? plan.dates.get(link.fromTaskId) : undefined;
    const at = dates === undefined ? null : isFromFinish(link) ? dates.finish : dates.start;
    return at === link.at ? link : { ...link, at };
  });
  return now.every((link, index) => link === links[index]) ? links : now;
}

/**
 * How far the far date of a link may move before the task that waits moves: working minutes of that task, negative when it
 * does not wait as the link says (it has begun, or another rule holds it).
 *
 * @param at the date over there that counts, and of the end that waits: wall-clock text
 */
export function linkSlack(
  {
    lagMinutes,
    at,
  }: { readonly lagMinutes: number; readonly at: { readonly given: string; readonly waits: string } },
  calendar: WorkingCalendar,
): number {
  const allowed = afterLag(momentFromIso(at.given), lagMinutes, calendar);
  return calendar.workBefore(momentFromIso(at.waits)) - calendar.workBefore(allowed);
}

/** Whether the start of the task that waits is held, or its finish. */
export function isToStart({ kind }: Pick<ForeignLink, 'kind'>): boolean {
  return kind === 'FS' || kind === 'SS';
}

/** The latest moment from which a lag does not lead beyond `bound`. */
export function beforeLag(bound: Moment, minutes: number, calendar: WorkingCalendar): Moment {
  return minutes === 0 ? bound : calendar.startAt(calendar.workBefore(bound) - minutes);
}

/** Lag 0 is none in any calendar, as for links within a plan. */
function afterLag(moment: Moment, minutes: number, calendar: WorkingCalendar): Moment {
  return minutes === 0 ? moment : calendar.finishAt(calendar.workBefore(moment) + minutes);
}
