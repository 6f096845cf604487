import { OmitType } from '@nestjs/swagger';
import type { Type } from '@nestjs/common';

/**
 * A body class from a contract: the contract's fields and rules without the ids that stand in the path.
 * `class ProgressBody extends bodyOf(ReportProgress, 'projectId', 'taskId') {}`
 */
export function bodyOf<Q extends object, K extends keyof Q & string = never>(
  contract: new () => Q,
  ...inPath: readonly K[]
): Type<Omit<Q, K>> {
  return OmitType(contract, inPath);
}
