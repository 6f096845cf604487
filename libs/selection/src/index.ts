export { checkSelection } from './selection-check.js';
export type { CheckedSelection } from './selection-check.js';
export { requireSelectionProblem } from './selection-problem.js';
export type {
  Candidate,
  Selection,
  SelectionProblem,
  SelectionRule,
  StartOption,
} from './selection-problem.js';
