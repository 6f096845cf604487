import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { PlacedProject } from './placed-project.js';
import { TreeNodeLine } from './tree-node-line.js';

/** The tree, each node after the one it stands in. Only projects that the person may see are counted and listed. */
export class TreeFigures {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TreeNodeLine)
  readonly nodes!: readonly TreeNodeLine[];

  /** Those that stand in the node that was asked for, by code, at most 500; none when no node was named. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PlacedProject)
  readonly projects!: readonly PlacedProject[];
}
