import { Matches } from 'class-validator';

/** Gains and losses by exchange rates, each apart: a gain is cost that became cheaper. */
export class ExchangeEffect {
  @Matches(/^\d{1,18}$/) readonly actualGainMinor!: string;

  @Matches(/^\d{1,18}$/) readonly actualLossMinor!: string;

  /** Of what is still to come: EAC less actual cost. */
  @Matches(/^\d{1,18}$/) readonly toCompleteGainMinor!: string;

  @Matches(/^\d{1,18}$/) readonly toCompleteLossMinor!: string;
}
