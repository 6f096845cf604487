import type { ProjectFile, ReviseProject } from '@meridian/contracts-projects';

/** Who is named for a project while the form is filled in: ids of people, empty for nobody. */
export interface DutyDraft {
  readonly manager: string;
  readonly sponsor: string;
}

type Duties = Pick<ReviseProject, 'managerPersonId' | 'managerName' | 'sponsorPersonId' | 'sponsorName'>;

export function dutiesOf({ managerPersonId = '', sponsorPersonId = '' }: ProjectFile): DutyDraft {
  return { manager: managerPersonId, sponsor: sponsorPersonId };
}

/** What is other than before; undefined when nothing is. Nobody is taken away: a duty goes from one person to another. */
export function dutyChange(
  draft: DutyDraft,
  project: ProjectFile,
  names: ReadonlyMap<string, string>,
): Duties | undefined {
  const { manager, sponsor } = draft;
  const before = dutiesOf(project);
  const isOther = (now: string, was: string): boolean => now !== '' && now !== was && names.has(now);
  const change = {
    ...(isOther(manager, before.manager)
      ? { managerPersonId: manager, managerName: names.get(manager) }
      : {}),
    ...(isOther(sponsor, before.sponsor)
      ? { sponsorPersonId: sponsor, sponsorName: names.get(sponsor) }
      : {}),
  };
  return Object.keys(change).length === 0 ? undefined : change;
}
