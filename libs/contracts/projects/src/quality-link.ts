import { IsIn, IsInt, IsString, IsUUID, Length } from 'class-validator';

/** A link behind a figure. */
export class QualityLink {
  @IsUUID() readonly fromTaskId!: string;

  @IsString() @Length(1, 500) readonly fromName!: string;

  @IsUUID() readonly toTaskId!: string;

  @IsString() @Length(1, 500) readonly toName!: string;

  @IsIn(['FS', 'SS', 'FF', 'SF']) readonly kind!: 'FS' | 'SS' | 'FF' | 'SF';

  /** Negative for a lead. */
  @IsInt() readonly lagMinutes!: number;
}
