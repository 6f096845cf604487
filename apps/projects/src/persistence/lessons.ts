import type { Prisma } from './generated/client.js';

/** What of its project a lesson is told with. */
export const WITH_PROJECT = {
  project: {
    select: { code: true, name: true, portfolio: true, programme: true, orgUnit: true, category: true },
  },
} as const satisfies Prisma.LessonInclude;

export type LessonRow = Prisma.LessonGetPayload<{ include: typeof WITH_PROJECT }>;
