/** The sections of a project page, in reading order; the id is the hash of the address. */
export const sections = [
  { id: 'overview', label: 'Overview' },
  { id: 'lifecycle', label: 'Lifecycle' },
  { id: 'schedule', label: 'Schedule' },
  { id: 'milestones', label: 'Milestones' },
  { id: 'between', label: 'Between' },
  { id: 'raid', label: 'Risks' },
  { id: 'money', label: 'Money' },
  { id: 'people', label: 'People' },
  { id: 'quality', label: 'Quality' },
  { id: 'governance', label: 'Governance' },
  { id: 'closing', label: 'Closing' },
] as const;

export type SectionId = (typeof sections)[number]['id'];
