import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID } from 'class-validator';
import { SponsoredDecisions } from './sponsored-decisions.js';

/** What waits for these people as sponsors: asked when they leave, so that another one decides in time. */
export class DecisionsOfSponsors {
  static readonly subject = 'requests.governance.decisions-of-sponsors.v1';
  static readonly kind = 'query';
  static readonly answer = SponsoredDecisions;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsUUID('all', { each: true })
  readonly sponsorPersonIds!: readonly string[];
}
