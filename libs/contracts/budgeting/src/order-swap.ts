import { Matches } from 'class-validator';

/** The weight of one criterion at which two neighbours of the ranking change places, the other weights keeping their proportions. */
export class OrderSwap {
  @Matches(/^[\w.-]{1,60}$/) readonly ahead!: string;

  @Matches(/^[\w.-]{1,60}$/) readonly behind!: string;

  @Matches(/^[\w-]{1,40}$/) readonly criterionId!: string;

  /** The weight now. */
  @Matches(/^[01](\.\d{1,6})?$/) readonly weight!: string;

  /** The weight at which both score the same, six decimals; beyond it the one behind is ahead. */
  @Matches(/^[01]\.\d{6}$/) readonly swapsAt!: string;

  /** How far the weight moves to there. */
  @Matches(/^-?[01]\.\d{6}$/) readonly change!: string;
}
