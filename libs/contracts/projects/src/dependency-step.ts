import { IsIn, IsISO8601, IsOptional, IsString, Length, Matches } from 'class-validator';

export const DEPENDENCY_ACTS = [
  'offered',
  'accepted',
  'rejected',
  'renegotiated',
  'withdrawn',
  'at-risk',
  'safe-again',
] as const;
export type DependencyAct = (typeof DEPENDENCY_ACTS)[number];

/** One step in the history of a dependency contract. */
export class DependencyStep {
  @IsIn(DEPENDENCY_ACTS) readonly act!: DependencyAct;

  /** Which side did it; absent when a forecast did. */
  @IsOptional() @IsIn(['giver', 'taker']) readonly side?: 'giver' | 'taker';

  /** The day it was about: offered, agreed, or forecast. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly on?: string;

  @IsOptional() @IsString() @Length(1, 1000) readonly note?: string;

  @IsOptional() @IsString() @Length(1, 300) readonly by?: string;

  @IsISO8601() readonly at!: string;
}
