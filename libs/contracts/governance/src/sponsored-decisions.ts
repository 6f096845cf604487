import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { SponsoredDecision } from './sponsored-decision.js';

/** What waits for sponsors, what is due first at the top. */
export class SponsoredDecisions {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SponsoredDecision)
  readonly decisions!: readonly SponsoredDecision[];
}
