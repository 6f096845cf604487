import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { RaidAssessment } from './raid-assessment.js';
import { RaidHit } from './raid-hit.js';

export const RAID_KINDS = ['risk', 'assumption', 'issue', 'dependency'] as const;
export type RaidKind = (typeof RAID_KINDS)[number];

export const RAID_STRATEGIES = ['avoid', 'reduce', 'transfer', 'accept'] as const;
export type RaidStrategy = (typeof RAID_STRATEGIES)[number];

/** What a risk does when it happens: an opportunity is one that shortens or saves (ISO 31000: effects may be positive). */
export const RAID_EFFECTS = ['threat', 'opportunity'] as const;
export type RaidEffect = (typeof RAID_EFFECTS)[number];

export const OPPORTUNITY_STRATEGIES = ['exploit', 'enhance', 'share', 'accept'] as const;
export type OpportunityStrategy = (typeof OPPORTUNITY_STRATEGIES)[number];

/** What people say of a risk, an assumption, an issue or a dependency. */
export class RaidFacts {
  @IsIn(RAID_KINDS) readonly kind!: RaidKind;

  /** Only a risk is an opportunity: then impacts and delays are what it saves. A threat when absent. */
  @IsOptional() @IsIn(RAID_EFFECTS) readonly effect?: RaidEffect;

  @IsString() @Length(1, 200) readonly title!: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  readonly description?: string;

  /** Who answers for it. */
  @IsUUID() readonly ownerPersonId!: string;

  @IsString() @Length(1, 200) readonly ownerName!: string;

  /**
   * Before any response. The probability is that of a risk to happen, of an assumption to be wrong, of a dependency not to
   * be met; an issue has happened: 100.
   */
  @ValidateNested()
  @Type(() => RaidAssessment)
  readonly inherent!: RaidAssessment;

  /** With the response that is in place; absent while there is none. */
  @IsOptional()
  @ValidateNested()
  @Type(() => RaidAssessment)
  readonly residual?: RaidAssessment;

  @IsOptional() @IsIn(RAID_STRATEGIES) readonly strategy?: RaidStrategy;

  /** Of an opportunity, in the place of `strategy`. */
  @IsOptional() @IsIn(OPPORTUNITY_STRATEGIES) readonly opportunityStrategy?: OpportunityStrategy;

  /** What is done about it. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  readonly response?: string;

  @IsOptional() @Matches(/^\d{1,15}$/) readonly responseCostMinor?: string;

  /** What shows that it happens. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly trigger?: string;

  /** From when on it may strike (proximity). */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly strikesOn?: string;

  /** When it is to be looked at again, or settled. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn?: string;

  /** Tasks that it prolongs, as far as it is known, by the assessment in force; the simulation draws from them. */
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => RaidHit)
  readonly hits!: readonly RaidHit[];
}
