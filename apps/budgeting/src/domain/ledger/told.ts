import { projectPosition, usedByProject } from './ledger.js';
import type { Ledger } from './ledger.js';

/** What a project has used, as everybody may be told it, and what is available then: without the labour that is in no figure. */
export function toldByProject(
  ledger: Ledger,
  projectId: string,
): { readonly actualMinor: bigint; readonly committedMinor: bigint; readonly availableMinor: bigint } {
  const { spentMinor, committedMinor } = usedByProject(ledger, projectId);
  const untoldMinor = ledger.untoldMinor?.get(projectId) ?? 0n;
  const { availableMinor } = projectPosition(ledger, projectId);
  return {
    actualMinor: spentMinor - untoldMinor,
    committedMinor,
    availableMinor: availableMinor + untoldMinor,
  };
}
