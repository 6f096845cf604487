import type { BookingTask } from '@meridian/contracts-resourcing';

export interface OpenWork {
  readonly projectId: string;
  readonly projectName: string;
  /** Assignments that nobody is booked for. */
  readonly count: number;
}

/** Projects with work that nobody is booked for, by name. */
export function projectsWithOpenWork(bookings: readonly BookingTask[]): readonly OpenWork[] {
  const found = new Map<string, OpenWork>();
  for (const { projectId, projectName, stage } of bookings) {
    if (stage === 'soft' || stage === 'hard') continue;
    const count = (found.get(projectId)?.count ?? 0) + 1;
    found.set(projectId, { projectId, projectName, count });
  }
  return [...found.values()].sort((one, other) => one.projectName.localeCompare(other.projectName));
}
