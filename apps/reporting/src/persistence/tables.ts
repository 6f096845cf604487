/** The tables of the read models and what tells their rows apart. */
export const TABLES = [
  { name: 'project_status', key: 'project_id' },
  { name: 'milestone', key: 'milestone_id' },
  { name: 'attention', key: 'attention_id' },
  { name: 'own_line', key: 'line_id' },
] as const;

export type Table = (typeof TABLES)[number];
