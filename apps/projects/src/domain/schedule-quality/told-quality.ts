import type { Figure, Practice, ScheduleQuality } from '@meridian/network';
import type { StoredLink, StoredTask } from '../plan/stored-plan.js';

/** What the tasks and links of a figure are called. */
export interface QualityNames {
  readonly tasks: ReadonlyMap<string, Pick<StoredTask, 'wbs' | 'name'>>;
  /** In the order in which the checks numbered them. */
  readonly links: readonly StoredLink[];
}

export interface Telling {
  readonly names: QualityNames;
  /** How many tasks and links are listed with each figure. */
  readonly listed: number;
  /** Only the figure of this name is told. */
  readonly only?: string | undefined;
}

/** Quality as others are told of it: each figure with the names of what is behind it. */
export function toldQuality({ dcma, gao }: ScheduleQuality, telling: Telling) {
  const isTold = ({ name }: Figure) => telling.only === undefined || telling.only === name;
  return {
    dcma: dcma.flatMap((figure, index) =>
      isTold(figure) ? [{ point: index + 1, ...toldFigure(figure, telling) }] : [],
    ),
    gao: gao.map((practice) => toldPractice(practice, dcma, { ...telling, isTold })),
  };
}

function toldPractice(
  { number, name, passes, figures }: Practice,
  dcma: readonly Figure[],
  telling: Telling & { readonly isTold: (figure: Figure) => boolean },
) {
  return {
    number,
    name,
    ...(passes === null ? {} : { passes }),
    points: figures.flatMap((figure) => (dcma.includes(figure) ? [dcma.indexOf(figure) + 1] : [])),
    figures: figures
      .filter((figure) => !dcma.includes(figure) && telling.isTold(figure))
      .map((figure) => toldFigure(figure, telling)),
  };
}

function toldFigure(figure: Figure, telling: Telling) {
  return {
    ...toldVariant(figure, telling),
    variants: figure.variants.map((one) => toldVariant(one, telling)),
  };
}

function toldVariant(figure: Figure, { names, listed }: Telling) {
  const { name, definition, count, among, value, threshold, passes, taskIds, linkIndexes } = figure;
  return {
    name,
    definition,
    count,
    among,
    ...(value === null ? {} : { value }),
    ...threshold,
    ...(passes === null ? {} : { passes }),
    tasks: taskIds.slice(0, listed).map((taskId) => ({ taskId, ...nameOf(taskId, names) })),
    taskCount: taskIds.length,
    links: linkIndexes.slice(0, listed).flatMap((index) => toldLink(names.links[index], names)),
    linkCount: linkIndexes.length,
  };
}

function toldLink(link: StoredLink | undefined, names: QualityNames) {
  if (link === undefined) return [];
  const { fromTaskId, toTaskId, kind, lagMinutes } = link;
  const [fromName, toName] = [nameOf(fromTaskId, names).name, nameOf(toTaskId, names).name];
  return [{ fromTaskId, fromName, toTaskId, toName, kind, lagMinutes }];
}

function nameOf(taskId: string, { tasks }: QualityNames) {
  const task = tasks.get(taskId);
  return { wbs: task?.wbs ?? '-', name: task?.name ?? taskId };
}
