import type { DeliveryConfidence, Snapshot } from './portfolio-row.js';

/** Which column of a list fills which field of a project, and how its values are to be read. */
export interface PortfolioMapping {
  readonly name: string;
  /** Sheet of a workbook; the first one when it is not given. */
  readonly sheet?: string;
  /** Of a text file; found from its header when it is not given. */
  readonly delimiter?: ',' | ';' | '\t' | '|';
  /** Mark between whole and fraction in numbers of a text file. */
  readonly decimalMark: '.' | ',';
  readonly fields: PortfolioFields;
  /** Fields that tell projects of one snapshot apart; rows that lack them are told apart by name and organisation. */
  readonly key: readonly ('code' | 'name' | 'orgUnit')[];
}

export interface PortfolioFields {
  readonly code?: TextField;
  readonly name: TextField;
  readonly orgUnit?: TextField;
  /** `values` gives names that changed their present form. */
  readonly category?: TextField;
  readonly snapshot: SnapshotField;
  readonly wholeLifeCost?: CostField;
  readonly variancePercent?: NumberField;
  readonly durationMonths?: NumberField;
  readonly deliveryConfidence?: ConfidenceField;
}

export interface TextField {
  readonly column: string;
  readonly values?: Readonly<Record<string, string>>;
}

export interface NumberField {
  readonly column: string;
  readonly mayBeNegative: boolean;
}

export interface CostField {
  readonly column: string;
  readonly unit: 'one' | 'thousand' | 'million' | 'billion';
  readonly currency: string;
}

export interface ConfidenceField {
  readonly column: string;
  readonly values: Readonly<Record<string, DeliveryConfidence>>;
}

/**
 * How a snapshot is written: `financial-year` 2024-25 (from `firstMonth`), `calendar-year` 2024, `date` 2025-03-31 (the
 * last day); or each label with its period.
 */
export interface SnapshotField {
  readonly column: string;
  readonly form: 'financial-year' | 'calendar-year' | 'date' | 'listed';
  readonly firstMonth: number;
  readonly periods: readonly Snapshot[];
}
