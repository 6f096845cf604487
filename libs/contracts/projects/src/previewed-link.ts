import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

/** A link that comes, goes or gets another lag. */
export class PreviewedLink {
  @IsString() @MaxLength(500) readonly from!: string;

  @IsString() @MaxLength(500) readonly to!: string;

  @IsIn(['FS', 'SS', 'FF', 'SF']) readonly kind!: 'FS' | 'SS' | 'FF' | 'SF';

  @IsIn(['added', 'removed', 'changed']) readonly change!: 'added' | 'removed' | 'changed';

  /** In minutes or percent; absent without a lag. */
  @IsOptional() @IsString() @MaxLength(100) readonly lagBefore?: string;

  @IsOptional() @IsString() @MaxLength(100) readonly lag?: string;
}
