import { IsIn, IsInt, IsOptional, IsString, Length } from 'class-validator';

/** What a task of a template waits for. */
export class TemplateLink {
  @IsString() @Length(1, 100) readonly fromKey!: string;

  @IsString() @Length(1, 100) readonly toKey!: string;

  @IsIn(['FS', 'SS', 'FF', 'SF']) readonly kind!: 'FS' | 'SS' | 'FF' | 'SF';

  @IsIn(['working', 'elapsed', 'percent', 'elapsed-percent'])
  readonly lagKind!: 'working' | 'elapsed' | 'percent' | 'elapsed-percent';

  /** Negative for a lead. */
  @IsInt() readonly lagMinutes!: number;

  @IsOptional() @IsInt() readonly lagPercent?: number;
}
