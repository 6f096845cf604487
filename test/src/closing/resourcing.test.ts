import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ClosingPeopleAnswered,
  DecideTimesheet,
  MoveBooking,
  personIdOf,
  ProjectPeople,
  RecordPerson,
  RecordTimesheet,
  SubmitTimesheet,
} from '@meridian/contracts-resourcing';
import { person, ServiceUnderTest } from '@meridian/testing';
import { FRIDAY, MONDAY, projectOf } from '../resourcing/levelled-portfolio.js';
import { anna, ClosingProject } from './closing-project.js';

const lea = person('resource-manager', 'Lea');
const personId = personIdOf('C-1');
const ines = { ...person('team-member', 'Ines Moreau'), subject: personId, personId };
let resourcing: ServiceUnderTest;

beforeAll(async () => {
  resourcing = await ServiceUnderTest.start('resourcing');
  const work = { role: 'Engineer', orgUnit: 'IT', ftePercent: 100, employedFrom: '2020-01-06' };
  const known = { employeeNumber: 'C-1', name: ines.name, email: 'c-1@example.org' };
  await resourcing.ask(lea, RecordPerson, { ...known, ...work });
});
afterAll(() => resourcing?.end());

/** Ines is booked for one task of it, years after its closing begins. */
async function booked() {
  const { projectId, taskIds } = await projectOf(resourcing, {
    name: 'Bridge',
    personEmail: 'c-1@example.org',
  });
  return { projectId, taskId: taskIds[0] ?? '', closing: new ClosingProject(resourcing, projectId) };
}

function answers(projectId: string) {
  return resourcing.announced(ClosingPeopleAnswered, projectId);
}

async function release(projectId: string) {
  const { bookings } = await resourcing.ask(lea, ProjectPeople, { projectId });
  const { assignmentId = '' } = bookings[0] ?? {};
  await resourcing.ask(lea, MoveBooking, { projectId, assignmentId, step: 'release' });
}

test('who is booked beyond the closing keeps it open until they are released', async () => {
  const { projectId, closing } = await booked();
  const closingId = await closing.start();
  await closing.start(closingId);
  expect(await answers(projectId)).toMatchObject([
    {
      closingId,
      verdict: 'open',
      openCount: 1,
      items: [{ kind: 'booking', name: 'Ines Moreau: Task 1', detail: `soft, until ${FRIDAY}` }],
    },
  ]);
  await release(projectId);
  expect((await answers(projectId)).map(({ verdict }) => verdict)).toEqual(['open', 'clear']);
  await closing.end(closingId);
});

test('time that nobody approved keeps it open until somebody approves it', async () => {
  const { projectId, taskId, closing } = await booked();
  await release(projectId);
  const lines = [{ day: MONDAY, projectId, taskId, minutes: 300 }];
  const { id: sheetId } = await resourcing.ask(ines, RecordTimesheet, { weekStart: MONDAY, lines });
  await closing.start();
  expect(await answers(projectId)).toMatchObject([
    {
      items: [{ kind: 'timesheet', name: `Ines Moreau, week of ${MONDAY}`, itemId: sheetId, detail: 'open' }],
    },
  ]);
  await resourcing.ask(ines, SubmitTimesheet, { weekStart: MONDAY });
  await resourcing.ask(lea, DecideTimesheet, { sheetId, outcome: 'approved' });
  const told = await answers(projectId);
  expect(told.map(({ openCount, items }) => [openCount, items[0]?.detail])).toEqual([
    [1, 'open'],
    [1, 'submitted'],
    [0, undefined],
  ]);
});

test('a project that nobody works for is clear; back in delivery nothing is told any more', async () => {
  const closing = new ClosingProject(resourcing, randomUUID());
  await closing.record('closing');
  const closingId = await closing.start();
  expect(await answers(closing.projectId)).toMatchObject([{ verdict: 'clear', openCount: 0, items: [] }]);
  await closing.withdraw(closingId);
  await closing.start();
  expect(await answers(closing.projectId)).toHaveLength(2);
  expect(await resourcing.ask(anna, ProjectPeople, { projectId: closing.projectId })).toMatchObject({
    bookings: [],
  });
});
