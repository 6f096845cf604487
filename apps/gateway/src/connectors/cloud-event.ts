import { IsIn, IsObject, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

const MOMENT = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)$/;

/** An event of an outside system (CloudEvents 1.0). Extension attributes are allowed and not kept. */
export class CloudEvent {
  @IsIn(['1.0'], { message: 'must be 1.0' }) readonly specversion!: string;

  /** Unique for its source: the event is taken once, however often it is sent. */
  @IsString() @Length(1, 200) readonly id!: string;

  @IsString()
  @Length(1, 300)
  @Matches(/^[\x21-\x7e]+$/, { message: 'must be a URI reference' })
  readonly source!: string;

  @IsString() @Length(1, 200) readonly type!: string;

  @IsOptional() @IsString() @MaxLength(200) readonly subject?: string;

  @IsOptional()
  @Matches(MOMENT, { message: 'must be a moment as RFC 3339 writes it, such as 2026-11-23T08:00:00Z' })
  readonly time?: string;

  @IsOptional()
  @Matches(/^application\/(?:[a-z0-9.-]+\+)?json(?:\s*;.*)?$/i, { message: 'must be application/json' })
  readonly datacontenttype?: string;

  @IsOptional() @IsString() @MaxLength(2_000) readonly dataschema?: string;

  @IsObject({ message: 'must be a JSON object' }) readonly data!: Readonly<Record<string, unknown>>;
}
