import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { BudgetNodeVersion } from './budget-node-version.js';

/** Puts a place into the budget tree, or changes it: its name, parent, policy, fiscal calendar. */
export class RecordBudgetNode {
  static readonly subject = 'requests.budgeting.record-budget-node.v1';
  static readonly kind = 'command';
  static readonly answer = BudgetNodeVersion;

  /** Of a project: the project's own id. */
  @IsUUID() readonly nodeId!: string;

  @IsIn(['funding-source', 'portfolio', 'programme', 'project', 'control-account', 'work-package'])
  readonly nodeKind!:
    'funding-source' | 'portfolio' | 'programme' | 'project' | 'control-account' | 'work-package';

  /** What it stands under; nothing for a funding source. */
  @IsOptional() @IsUUID() readonly parentId?: string;

  @IsString() @Length(1, 200) readonly name!: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  /** Of a control account or work package: what happens when more is asked for than is available; hard-stop when left out. */
  @IsOptional()
  @IsIn(['hard-stop', 'warn', 'needs-exception'])
  readonly policy?: 'hard-stop' | 'warn' | 'needs-exception';

  /** Of a control account or work package: its budget is phased by this fiscal calendar. */
  @IsOptional() @IsUUID() readonly calendarId?: string;

  /** Of a control account or work package: its part of the plan, a WBS code with all below. */
  @IsOptional() @IsString() @Length(1, 120) readonly wbs?: string;
}
