import { minorToWire } from '@meridian/money';
import { valueOf } from './figure.js';
import type { MoneyReport } from './money-report.js';

interface Told {
  readonly projectId: string;
  readonly figuresVersion: number;
  readonly statusDate: string;
  readonly currency: string;
  readonly committedMinor: bigint;
}

/** The figures as they travel; what is undefined is left out, never told as 1. */
export function earnedValueFact(told: Told, report: MoneyReport) {
  const { projectId, figuresVersion: version, statusDate, currency, committedMinor } = told;
  return {
    projectId,
    version,
    statusDate,
    currency,
    committedMinor: minorToWire(committedMinor),
    ...figuresOnWire(report),
    percentComplete: report.percentComplete,
    flags: [...report.flags],
  };
}

/** Amounts as strings of minor units, indices with six decimals; absent where undefined. */
export function figuresOnWire({ figures, spiT }: Pick<MoneyReport, 'figures' | 'spiT'>) {
  const { eacMinor, etcMinor, vacMinor } = figures.estimates['cost-index'];
  const optional = {
    cpi: valueOf(figures.cpi),
    spi: valueOf(figures.spi),
    eacMinor: valueOf(eacMinor)?.toString(),
    etcMinor: valueOf(etcMinor)?.toString(),
    vacMinor: valueOf(vacMinor)?.toString(),
    tcpi: valueOf(figures.tcpiBac),
    spiT,
  };
  return {
    bacMinor: minorToWire(figures.bacMinor),
    pvMinor: minorToWire(figures.pvMinor),
    evMinor: minorToWire(figures.evMinor),
    acMinor: minorToWire(figures.acMinor),
    cvMinor: minorToWire(figures.cvMinor),
    svMinor: minorToWire(figures.svMinor),
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as Partial<
      Record<keyof typeof optional, string>
    >),
  };
}
