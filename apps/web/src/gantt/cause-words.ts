import type { DateCause } from '@meridian/contracts-projects';

const words: Readonly<Record<DateCause, string>> = {
  link: 'Link',
  constraint: 'Constraint',
  calendar: 'Calendar',
  progress: 'Progress',
  'levelling-delay': 'Levelling',
  'data-date': 'Data date',
  work: 'Work',
  'as-late-as-possible': 'Late as possible',
  summary: 'Summary',
  'project-start': 'Project start',
  'project-finish': 'Project finish',
  deadline: 'Deadline',
  manual: 'By hand',
};

/** What kind of cause a date has, in a word or two. */
export function causeWords(kind: DateCause): string {
  return words[kind];
}
