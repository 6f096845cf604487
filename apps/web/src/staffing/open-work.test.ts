import { expect, test } from '@jest/globals';
import type { BookingTask } from '@meridian/contracts-resourcing';
import { projectsWithOpenWork } from './open-work.js';

const booking = (projectName: string, stage: BookingTask['stage']) =>
  ({ projectId: projectName, projectName, stage }) as BookingTask;

test('projects are counted by the work that nobody is booked for, proposed work included', () => {
  const bookings = [
    booking('Tunnel', 'open'),
    booking('Bridge', 'proposed'),
    booking('Tunnel', 'requested'),
    booking('Tunnel', 'soft'),
    booking('Pier', 'hard'),
  ];
  expect(projectsWithOpenWork(bookings)).toEqual([
    { projectId: 'Bridge', projectName: 'Bridge', count: 1 },
    { projectId: 'Tunnel', projectName: 'Tunnel', count: 2 },
  ]);
});
