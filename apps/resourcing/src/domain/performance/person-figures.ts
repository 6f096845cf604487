import type { Figure } from './figure.js';
import type { PerformanceFacts } from './performance-facts.js';
import { estimateAccuracy, onTime } from './task-figures.js';
import { overtime, projectUtilisation, rework } from './time-figures.js';
import { waitingForOthers } from './waiting-figure.js';

/** The six figures of a person and period. None is a mark: what slowed somebody down stands next to what came late. */
export function personFigures(facts: PerformanceFacts): Figure[] {
  return [
    onTime(facts),
    estimateAccuracy(facts),
    rework(facts),
    projectUtilisation(facts),
    overtime(facts),
    waitingForOthers(facts),
  ];
}
