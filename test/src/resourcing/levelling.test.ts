import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TaskProgressed } from '@meridian/contracts-projects';
import {
  AcceptLevelling,
  CancelLevelling,
  ContestLevelling,
  LevellingAccepted,
  LevellingJob,
  LevellingProposal,
  RequestLevelling,
} from '@meridian/contracts-resourcing';
import type { LevellingJobState, LevellingProposalFigures } from '@meridian/contracts-resourcing';
import { eventually, person, ServiceUnderTest } from '@meridian/testing';
import { hire, MONDAY, planOf, projectOf } from './levelled-portfolio.js';
import type { TrialProject } from './levelled-portfolio.js';

const STEP_MS = 120_000;
const lea = person('resource-manager', 'Lea');
const anna = person('pmo-manager', 'Anna');

let resourcing: ServiceUnderTest;
let bridge: TrialProject;
let tunnel: TrialProject;

beforeAll(async () => {
  resourcing = await ServiceUnderTest.start('resourcing');
  await hire(resourcing, 'L-1', 'Ana Silva');
  await hire(resourcing, 'L-2', 'Ole Lindqvist');
  bridge = await projectOf(resourcing, { name: 'Bridge', personEmail: 'l-1@example.org' });
  tunnel = await projectOf(resourcing, { name: 'Tunnel', personEmail: 'l-1@example.org' });
}, STEP_MS);

afterAll(() => resourcing?.end(), STEP_MS);

function jobState(jobId: string): Promise<LevellingJobState> {
  return resourcing.ask(lea, LevellingJob, { jobId });
}

async function request(body: Partial<RequestLevelling> = {}): Promise<string> {
  const projectIds = [bridge.projectId, tunnel.projectId];
  const { id } = await resourcing.ask(lea, RequestLevelling, {
    projectIds,
    objective: 'finish',
    seconds: 2,
    ...body,
  });
  return id;
}

function until(jobId: string, state: LevellingJobState['state']): Promise<LevellingJobState> {
  return eventually(
    async () => {
      const job = await jobState(jobId);
      if (job.state !== state) throw new Error(`The job is ${job.state}: ${JSON.stringify(job)}`);
      return job;
    },
    { timeoutMs: STEP_MS },
  );
}

async function proposed(body: Partial<RequestLevelling> = {}): Promise<LevellingProposalFigures> {
  const { proposalId = '' } = await until(await request(body), 'done');
  return resourcing.ask(anna, LevellingProposal, { proposalId });
}

function ownerOf(projectId: string) {
  const { managerPersonId } = projectId === bridge.projectId ? bridge : tunnel;
  return { ...person('project-manager', 'Owner'), personId: managerPersonId };
}

describe('two projects that book the same person in the same week', () => {
  test(
    'get a proposal that names the person, the week and whose work goes first; its owner accepts, the project is told',
    async () => {
      const proposal = await proposed();
      expect(proposal).toMatchObject({
        state: 'open',
        version: 1,
        overbookedDaysBefore: 5,
        overbookedDaysAfter: 0,
        isOptimal: true,
        gap: 0,
        moveCount: 1,
      });
      expect(proposal.makespanAfterDays - proposal.makespanBeforeDays).toBe(5);
      const [move] = proposal.moves;
      const first = move?.projectId === bridge.projectId ? tunnel : bridge;
      expect(move).toMatchObject({
        startBefore: MONDAY,
        startAfter: '2031-03-10',
        delayDays: 5,
        reason: {
          kind: 'resource',
          resourceName: 'Ana Silva',
          weekStart: MONDAY,
          taskId: first.taskIds[0],
          projectId: first.projectId,
        },
      });
      expect(move?.reason.sentence).toMatch(
        /^Ana Silva has no room in the week of 2031-03-03: "Task 1" of (Bridge|Tunnel) goes first\.$/,
      );

      const { proposalId } = proposal;
      const projectId = move?.projectId ?? '';
      await expect(
        resourcing.ask(ownerOf(first.projectId), AcceptLevelling, { proposalId, projectId }),
      ).rejects.toMatchObject({ code: 'access/not-your-project' });
      await expect(
        resourcing.ask(ownerOf(projectId), AcceptLevelling, { proposalId, projectId }, { version: 7 }),
      ).rejects.toMatchObject({ code: 'resourcing/version-conflict' });
      const accepted = await resourcing.ask(
        ownerOf(projectId),
        AcceptLevelling,
        { proposalId, projectId },
        { version: 1 },
      );
      expect(accepted).toEqual({ id: proposalId, version: 2 });
      expect(await resourcing.announced(LevellingAccepted)).toEqual([
        {
          projectId,
          proposalId,
          planVersion: 1,
          delays: [{ taskId: move?.taskId, startNotBefore: '2031-03-10', delayMinutes: 2_400 }],
        },
      ]);
      await expect(
        resourcing.ask(ownerOf(projectId), ContestLevelling, { proposalId, projectId, reason: 'Too late.' }),
      ).rejects.toMatchObject({ code: 'resourcing/levelling-proposal-closed' });
    },
    STEP_MS,
  );

  test(
    'an owner who does not agree closes the proposal for all',
    async () => {
      const { proposalId, moves } = await proposed();
      const projectId = moves[0]?.projectId ?? '';
      const reason = 'The regulator comes that week.';
      await resourcing.ask(ownerOf(projectId), ContestLevelling, { proposalId, projectId, reason });
      const after = await resourcing.ask(anna, LevellingProposal, { proposalId });
      expect(after).toMatchObject({ state: 'contested', version: 2 });
      expect(after.projects.find((one) => one.projectId === projectId)).toMatchObject({
        decision: 'contested',
        objection: reason,
        decidedBy: 'Owner',
      });
      await expect(resourcing.ask(anna, AcceptLevelling, { proposalId })).rejects.toMatchObject({
        code: 'resourcing/levelling-proposal-closed',
      });
    },
    STEP_MS,
  );

  test(
    'a new plan of one of them makes a proposal outdated',
    async () => {
      const { proposalId } = await proposed();
      await planOf(resourcing, {
        projectId: tunnel.projectId,
        planVersion: 2,
        personEmail: 'l-1@example.org',
        tasks: 1,
      });
      const after = await resourcing.ask(anna, LevellingProposal, { proposalId });
      expect(after.state).toBe('outdated');
    },
    STEP_MS,
  );
});

describe('what is told of tasks', () => {
  test(
    'counts as it was told last: finished work is in nobody’s way any more',
    async () => {
      await hire(resourcing, 'L-3', 'Una Berg');
      const [quay, lock, pier] = await Promise.all(
        ['Quay', 'Lock', 'Pier'].map((name) =>
          projectOf(resourcing, { name, personEmail: 'l-3@example.org' }),
        ),
      );
      const projectIds = [quay, lock, pier].map((project) => project!.projectId);
      await Promise.all([
        progress(quay!, [30, 60, 100]),
        progress(lock!, [100, 80]),
        progress({ ...pier!, taskIds: [randomUUID()] }, [100]),
      ]);
      const { proposalId = '' } = await until(await request({ projectIds }), 'done');
      const proposal = await resourcing.ask(anna, LevellingProposal, { proposalId });
      // Lock runs and stays where it is; Pier has to wait for it, and Quay is done.
      expect(proposal.overbookedDaysBefore).toBe(5);
      expect(proposal.moves.map(({ taskId }) => taskId)).toEqual(pier!.taskIds);
    },
    STEP_MS,
  );
});

async function progress({ projectId, taskIds, managerPersonId }: TrialProject, steps: readonly number[]) {
  const [taskId = ''] = taskIds;
  const told = { projectId, taskId, asOf: MONDAY, isMilestone: false, reportedBy: managerPersonId };
  for (const [index, percentComplete] of steps.entries())
    await resourcing.hears(TaskProgressed, { ...told, taskVersion: index + 2, percentComplete });
}

describe('what somebody may not see', () => {
  test(
    'is in the way without a name',
    async () => {
      const secret = await projectOf(resourcing, {
        name: 'Secret',
        personEmail: 'l-2@example.org',
        isConfidential: true,
      });
      const open = await projectOf(resourcing, { name: 'Open', personEmail: 'l-2@example.org' });
      await expect(request({ projectIds: [secret.projectId] })).rejects.toMatchObject({
        code: 'access/project-not-found',
      });
      const { proposalId = '' } = await until(await request({ projectIds: [open.projectId] }), 'done');
      const { moves } = await resourcing.ask(lea, LevellingProposal, { proposalId });
      expect(moves).toHaveLength(1);
      expect(moves[0]?.reason).toEqual({
        kind: 'resource',
        resourceName: 'Ole Lindqvist',
        weekStart: MONDAY,
        sentence: 'Ole Lindqvist has no room in the week of 2031-03-03: work of another project goes first.',
      });
    },
    STEP_MS,
  );
});

describe('a levelling of ten minutes', () => {
  const long = { objective: 'lateness' as const, seconds: 600 };

  test(
    'shows how far it is and ends when it is cancelled, without a proposal',
    async () => {
      const jobId = await request(long);
      await eventually(
        async () => expect((await jobState(jobId)).progress?.makespanDays).toBeGreaterThan(0),
        {
          timeoutMs: STEP_MS,
        },
      );
      await resourcing.ask(lea, CancelLevelling, { jobId });
      expect(await jobState(jobId)).toMatchObject({ state: 'cancelled' });
      // One worker takes one job at a time: the next one is done only when this one has ended.
      await until(await request(), 'done');
      expect(await jobState(jobId)).toMatchObject({ state: 'cancelled', attempt: 1 });
      expect(await proposalsOf(jobId)).toBe(0);
      await expect(resourcing.ask(lea, CancelLevelling, { jobId: await finished() })).rejects.toMatchObject({
        code: 'resourcing/levelling-over',
      });
    },
    2 * STEP_MS,
  );

  test(
    'goes to another worker when its own is killed, and is done once',
    async () => {
      const jobId = await request({ objective: 'lateness', seconds: 20 });
      await until(jobId, 'running');
      await resourcing.restart();
      expect(await until(jobId, 'done')).toMatchObject({ attempt: 2 });
      expect(await proposalsOf(jobId)).toBe(1);
    },
    2 * STEP_MS,
  );
});

async function finished(): Promise<string> {
  const jobId = await request();
  await until(jobId, 'done');
  return jobId;
}

async function proposalsOf(jobId: string): Promise<number> {
  const rows = await resourcing.rows('SELECT 1 FROM levelling_proposal WHERE job_id = $1::uuid', jobId);
  return rows.length;
}
