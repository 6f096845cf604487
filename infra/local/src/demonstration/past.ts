import { percentOn, type StoryProject, type StoryTask } from './story.js';

/** A day on which a project reported, what it reported, and what it had cost since the report before, in whole euros. */
export interface PastReport {
  /** Working days from today. */
  readonly day: number;
  readonly reports: readonly { readonly task: StoryTask; readonly percentComplete: number }[];
  readonly spent: number;
}

/** Every fourth week a project reports, and today. */
const EVERY_DAYS = 20;

/** What a project of the story has reported until today, oldest first; nothing when it has not begun. */
export function pastOf(story: StoryProject): PastReport[] {
  const start = Math.min(...story.tasks.map((task) => task.from));
  const days: number[] = [];
  for (let day = 0; day > start; day -= EVERY_DAYS) days.unshift(day);
  return days.map((day, index) => {
    const before = days[index - 1] ?? start - 1;
    const reports = story.tasks
      .map((task) => ({ task, percentComplete: percentOn(task, day) }))
      .filter(({ task, percentComplete }) => percentComplete !== percentOn(task, before));
    const earned = earnedBy(story, day) - earnedBy(story, before);
    return { day, reports, spent: Math.round(earned * story.costPerEarned) };
  });
}

function earnedBy(story: StoryProject, day: number): number {
  return story.tasks.reduce((sum, task) => sum + (task.budget * percentOn(task, day)) / 100, 0);
}
