import { IsInt, IsString, IsUUID, Length, Min } from 'class-validator';

/** A project in its place of the tree. */
export class PlacedProject {
  @IsUUID() readonly projectId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 60) readonly code!: string;

  @IsString() @Length(1, 300) readonly name!: string;

  @IsString() @Length(1, 40) readonly stage!: string;
}
