import { IsOptional, IsString, Length } from 'class-validator';

/** Something that keeps a project from being closed. */
export class OpenGovernanceItem {
  /** `gate`, `decision`; others may come. */
  @IsString() @Length(1, 40) readonly kind!: string;

  @IsString() @Length(1, 300) readonly name!: string;

  @IsOptional() @IsString() @Length(1, 200) readonly itemId?: string;

  @IsOptional() @IsString() @Length(1, 300) readonly detail?: string;
}
