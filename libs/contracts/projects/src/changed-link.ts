import { IsIn, IsInt, IsString, IsUUID, Length } from 'class-validator';

/** A link that is in one baseline only, or has another lag. */
export class ChangedLink {
  @IsUUID() readonly fromTaskId!: string;

  @IsString() @Length(1, 500) readonly fromName!: string;

  @IsUUID() readonly toTaskId!: string;

  @IsString() @Length(1, 500) readonly toName!: string;

  @IsIn(['FS', 'SS', 'FF', 'SF']) readonly kind!: 'FS' | 'SS' | 'FF' | 'SF';

  @IsIn(['added', 'removed', 'changed']) readonly change!: 'added' | 'removed' | 'changed';

  /** The lag in `to`, or of a removed link the one it had; percent of the duration where it is a share. */
  @IsInt() readonly lag!: number;

  @IsIn(['working', 'elapsed', 'percent', 'elapsed-percent'])
  readonly lagKind!: 'working' | 'elapsed' | 'percent' | 'elapsed-percent';
}
