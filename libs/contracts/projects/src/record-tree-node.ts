import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { Recorded } from './recorded.js';

/** Records a portfolio or a programme, renames it, or moves it with all below to another place. */
export class RecordTreeNode {
  static readonly subject = 'requests.projects.record-tree-node.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly nodeId!: string;

  /** Stays what it is once it is recorded. */
  @IsIn(['portfolio', 'programme']) readonly nodeKind!: 'portfolio' | 'programme';

  @IsString() @Length(1, 200) readonly name!: string;

  /** The portfolio it stands in; at the top of the tree when absent. */
  @IsOptional() @IsUUID() readonly parentId?: string;
}
