import type { EstimateMethod } from '../earned-value/estimate-at-completion.js';
import type { FinishMethod } from './finish-forecast.js';

/** How a figure is computed, and where the formula is from. */
export interface MethodNote {
  readonly formula: string;
  readonly source: string;
}

const PMI = 'PMI, The Standard for Earned Value Management; ISO 21508';
const DURATIONS = 'Vandevoorde and Vanhoucke, Int. J. of Project Management 24 (2006) 289';

export type CostMethod = EstimateMethod | 'certain-cost' | 'reference-class';

export const COST_METHODS: Readonly<Record<CostMethod, MethodNote>> = {
  'cost-index': { formula: 'BAC / CPI', source: PMI },
  'planned-rate': { formula: 'AC + (BAC − EV)', source: PMI },
  'cost-and-schedule-index': { formula: 'AC + (BAC − EV) / (CPI × SPI)', source: PMI },
  'weighted-indices': { formula: 'AC + (BAC − EV) / (0.8 CPI + 0.2 SPI)', source: PMI },
  'bottom-up': { formula: 'AC + a new estimate of the rest', source: PMI },
  'recent-cost-index': {
    formula: 'AC + (BAC − EV) / CPI of the last three status dates',
    source: PMI,
  },
  'certain-cost': {
    formula: 'the larger of BAC and AC + orders',
    source: 'House rule: what is spent and ordered is certain, and the budget is the plan',
  },
  'reference-class': {
    formula:
      'BAC × the median of AC / BAC of closed projects; the interval from their 10th to their 90th percentile',
    source: 'Flyvbjerg, Project Management Journal 37 (2006) 5',
  },
};

export type FinishFigureMethod = FinishMethod | 'network' | 'simulation' | 'reference-class';

export const FINISH_METHODS: Readonly<Record<FinishFigureMethod, MethodNote>> = {
  network: {
    formula: 'the network rescheduled from the data date',
    source: 'Critical path method; the schedule of the project',
  },
  simulation: {
    formula: 'the day that half of the runs keep; the interval from the 10th to the 90th percentile',
    source: 'Monte Carlo simulation of the schedule of the project',
  },
  'reference-class': {
    formula:
      'PD × the median of real by planned duration of closed projects; the interval from their 10th to their 90th percentile',
    source: 'Flyvbjerg, Project Management Journal 37 (2006) 5',
  },
  'planned-value-1': { formula: 'PD − SV / (BAC / PD)', source: `Anbari 2003; ${DURATIONS}` },
  'planned-value-2': { formula: 'PD / SPI', source: `Anbari 2003; ${DURATIONS}` },
  'planned-value-3': { formula: 'PD / (CPI × SPI)', source: `Anbari 2003; ${DURATIONS}` },
  'earned-duration-1': {
    formula: 'AT + max(PD, AT) − AT × SPI',
    source: `Jacob and Kane 2004; ${DURATIONS}`,
  },
  'earned-duration-2': {
    formula: 'AT + (max(PD, AT) − AT × SPI) / SPI',
    source: `Jacob and Kane 2004; ${DURATIONS}`,
  },
  'earned-duration-3': {
    formula: 'AT + (max(PD, AT) − AT × SPI) / (CPI × SPI)',
    source: `Jacob and Kane 2004; ${DURATIONS}`,
  },
  'earned-schedule-1': { formula: 'AT + (PD − ES)', source: `Lipke 2003, Henderson 2004; ${DURATIONS}` },
  'earned-schedule-2': {
    formula: 'AT + (PD − ES) / SPI(t)',
    source: `Lipke 2003, Henderson 2004; ${DURATIONS}`,
  },
  'earned-schedule-3': {
    formula: 'AT + (PD − ES) / (CPI × SPI(t))',
    source: `Lipke 2003, Henderson 2004; ${DURATIONS}`,
  },
};
