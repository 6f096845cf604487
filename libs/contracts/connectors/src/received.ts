import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

/** What became of a received event. */
export class Received {
  @IsUUID() readonly recordId!: string;

  @IsIn(['accepted', 'duplicate', 'parked']) readonly verdict!: 'accepted' | 'duplicate' | 'parked';

  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly reason?: string;
}
