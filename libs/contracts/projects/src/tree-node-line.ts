import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Min } from 'class-validator';

/** A portfolio or programme in the tree. */
export class TreeNodeLine {
  @IsUUID() readonly nodeId!: string;

  @IsIn(['portfolio', 'programme']) readonly nodeKind!: 'portfolio' | 'programme';

  @IsString() @Length(1, 200) readonly name!: string;

  @IsOptional() @IsUUID() readonly parentId?: string;

  @IsInt() @Min(1) readonly version!: number;

  /** Projects that stand in it directly. */
  @IsInt() @Min(0) readonly projects!: number;

  /** Those and all in the nodes below. */
  @IsInt() @Min(0) readonly projectsBelow!: number;
}
