import type {
  PerformanceDenominator,
  PerformanceFigure,
  PerformanceKind,
} from '@meridian/contracts-resourcing';

const titles: Readonly<Record<PerformanceKind, string>> = {
  'on-time': 'Done when agreed',
  'estimate-accuracy': 'Close to the estimate',
  rework: 'Done a second time',
  utilisation: 'Time for projects',
  overtime: 'Above the time there was',
  'waiting-for-others': 'Days waiting for others',
};

export function titleOf({ kind }: Pick<PerformanceFigure, 'kind'>): string {
  return titles[kind];
}

/** `80 %`, or that there is too little to say one. */
export function shareText({ isEnough, percent }: Pick<PerformanceFigure, 'isEnough' | 'percent'>): string {
  return isEnough && percent !== undefined ? `${percent} %` : 'Not enough to say';
}

/** Both numbers, and what it is a share of: `4 of 5 accepted tasks`. */
export function denominatorText(figure: PerformanceFigure): string {
  const { counted, of, ofWhat } = figure;
  switch (ofWhat) {
    case 'accepted-tasks':
      return `${counted} of ${of} accepted tasks`;
    case 'finished-tasks-with-estimate':
      return `${counted} of ${of} finished tasks with an estimate, within 25 %`;
    case 'approved-project-minutes':
      return `${hours(counted)} of ${hours(of)} approved hours for projects`;
    case 'minutes-net-of-leave':
      return `${hours(counted)} of ${hours(of)} hours, leave taken off`;
    case 'approved-minutes':
      return `${hours(counted)} of ${hours(of)} approved hours`;
    case 'working-days':
      return `${counted} of ${of} working days`;
  }
}

const denominators: Readonly<Record<PerformanceDenominator, string>> = {
  'accepted-tasks': 'accepted tasks',
  'finished-tasks-with-estimate': 'finished tasks with an estimate',
  'approved-project-minutes': 'approved hours for projects',
  'minutes-net-of-leave': 'hours, leave taken off',
  'approved-minutes': 'approved hours',
  'working-days': 'working days',
};

/** What a figure is a share of. */
export function denominatorName(ofWhat: PerformanceDenominator): string {
  return denominators[ofWhat];
}

/** What is missing: `3 of the 5 it takes`. */
export function missingText({ kind, known, needed }: PerformanceFigure): string {
  const isTime = kind === 'rework';
  const [have, takes] = isTime ? [hours(known), hours(needed)] : [known, needed];
  return `${have} of the ${takes} ${units[kind]} it takes to say more`;
}

/** What stands in a row: minutes as hours, a task as yes or no. */
export function rowText({ ofWhat }: PerformanceFigure, row: { counted: number; of: number }): string {
  if (row.of === 0) return 'not counted';
  if (ofWhat === 'accepted-tasks' || ofWhat === 'finished-tasks-with-estimate') {
    return row.counted > 0 ? 'yes' : 'no';
  }
  if (ofWhat === 'working-days') return row.counted === 1 ? '1 day' : `${row.counted} days`;
  return `${hours(row.counted)} of ${hours(row.of)} h`;
}

const units: Readonly<Record<PerformanceKind, string>> = {
  'on-time': 'tasks',
  'estimate-accuracy': 'tasks',
  rework: 'hours',
  utilisation: 'weeks',
  overtime: 'weeks',
  'waiting-for-others': 'working days',
};

function hours(minutes: number): number {
  return Math.round(minutes / 6) / 10;
}

/** The period before or after: `2026-Q3` of `2026-Q4`. */
export function periodBeside(period: string, by: -1 | 1): string {
  const place = Number(period.slice(0, 4)) * 4 + Number(period.slice(6)) - 1 + by;
  return `${Math.floor(place / 4)}-Q${(place % 4) + 1}`;
}
