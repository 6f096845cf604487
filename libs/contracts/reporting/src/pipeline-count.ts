import { IsIn, IsInt, Min } from 'class-validator';

/** How many stand in a stage before the approval. */
export class PipelineCount {
  @IsIn(['idea', 'proposal', 'candidate']) readonly stage!: 'idea' | 'proposal' | 'candidate';

  @IsInt() @Min(0) readonly projects!: number;
}
