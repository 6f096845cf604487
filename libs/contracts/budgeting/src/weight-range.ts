import { Matches } from 'class-validator';

/** Between which weights of a criterion the same candidates stay the first ones, the other weights keeping their proportions. */
export class WeightRange {
  @Matches(/^[\w-]{1,40}$/) readonly criterionId!: string;

  @Matches(/^[01](\.\d{1,6})?$/) readonly weight!: string;

  @Matches(/^[01]\.\d{6}$/) readonly from!: string;

  @Matches(/^[01]\.\d{6}$/) readonly to!: string;
}
