import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

/** Where an aggregate's missing events begin. */
export class WantedEvents {
  @IsString() readonly aggregateId!: string;
  @IsInt() @Min(1) readonly fromSequence!: number;
}

/** `requests.<owner>.fetch-events.v1`: events from the owner's outbox, in order within each aggregate. */
export class FetchEvents {
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => WantedEvents)
  readonly wanted!: WantedEvents[];
  @IsInt() @Min(1) @Max(2_000) readonly limit!: number;
}

/** `requests.<owner>.list-heads.v1`: the last event of each aggregate, page by page in order of aggregate id. */
export class ListHeads {
  @IsOptional() @IsString() readonly after!: string | null;
  /** The horizon of an earlier sweep: only aggregates with events committed since. */
  @IsOptional() @IsString() @Matches(/^[0-9]{1,20}$/) readonly since!: string | null;
  @IsInt() @Min(1) @Max(5_000) readonly limit!: number;
}

export function fetchEventsSubject(owner: string): string {
  return `requests.${owner}.fetch-events.v1`;
}

export function listHeadsSubject(owner: string): string {
  return `requests.${owner}.list-heads.v1`;
}
