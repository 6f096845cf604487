import type { NamedTask, PlanPreview } from './plan-preview.js';

/** Lines of one kind at most; there may be as many as the plan has tasks. */
const TOLD = 500;
const LONGEST = 500;

/** A preview as it is told: the first lines of each kind and how many there are, days in place of moments. */
export function toldDifferences(preview: PlanPreview) {
  const { finish, isSame } = preview;
  return {
    isSame,
    ...(finish.from === null ? {} : { finishBefore: dayOf(finish.from) }),
    ...(finish.to === null ? {} : { finish: dayOf(finish.to) }),
    ...told('added', preview.added, named),
    ...told('removed', preview.removed, (task) => ({
      ...named(task),
      percentComplete: task.percentComplete,
    })),
    ...told('renamed', preview.renamed, (task) => ({ ...named(task), nameBefore: task.before })),
    ...told('moved', preview.moved, ({ summary, ...task }) => ({
      ...named(task),
      ...(summary.from === null ? {} : { summaryBefore: summary.from }),
      ...(summary.to === null ? {} : { summary: summary.to }),
    })),
    ...told('changed', preview.changed, (task) => ({
      ...named(task),
      changes: task.changes.map(({ field, from, to }) => ({
        field,
        ...(from === null ? {} : { before: from.slice(0, LONGEST) }),
        ...(to === null ? {} : { after: to.slice(0, LONGEST) }),
      })),
    })),
    ...told('shifted', preview.shifted, ({ start, finish: end, finishDays, ...task }) => ({
      ...named(task),
      startBefore: dayOf(start.from!),
      start: dayOf(start.to!),
      finishBefore: dayOf(end.from!),
      finish: dayOf(end.to!),
      finishDays,
    })),
    ...toldLinks(preview),
  };
}

function toldLinks({ linksAdded, linksRemoved, linksChanged }: PlanPreview) {
  const links = [
    ...linksAdded.map((link) => ({ ...link, change: 'added' as const, lag: { from: '', to: link.lag } })),
    ...linksRemoved.map((link) => ({ ...link, change: 'removed' as const, lag: { from: link.lag, to: '' } })),
    ...linksChanged.map((link) => ({ ...link, change: 'changed' as const })),
  ];
  return told('links', links, ({ from, to, kind, change, lag }) => ({
    from,
    to,
    kind,
    change,
    ...(lag.from ? { lagBefore: lag.from } : {}),
    ...(lag.to ? { lag: lag.to } : {}),
  }));
}

function told<K extends string, T, L>(kind: K, all: readonly T[], line: (one: T) => L) {
  return { [kind]: all.slice(0, TOLD).map(line), [`${kind}Count`]: all.length } as Record<K, L[]> &
    Record<`${K}Count`, number>;
}

function named({ wbs, name }: Pick<NamedTask, 'wbs' | 'name'>) {
  return { wbs, name };
}

function dayOf(moment: string): string {
  return moment.slice(0, 10);
}
