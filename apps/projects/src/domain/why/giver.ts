import type { ForeignLink } from '../links/foreign-link.js';

/** What a task waits for in another project, as it is told to who asks. */
export interface Giver {
  readonly link: ForeignLink;
  /** Absent for who may not see the other project. */
  readonly seen?: { readonly taskName: string; readonly projectName: string };
}

export function giverWords({ seen }: Giver): string {
  return seen ? `"${seen.taskName}" of ${seen.projectName}` : 'a task of a confidential project';
}
