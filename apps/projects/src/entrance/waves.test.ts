import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ImportPlan,
  LaunchWave,
  ListSites,
  ListWaves,
  PlanWave,
  PreviewWave,
  ProjectPlan,
  ProjectRecord,
  RecordSite,
  RegisterProject,
  ReportProgress,
  SaveTemplate,
  WaveStatus,
} from '@meridian/contracts-projects';
import { person, ServiceUnderTest } from '@meridian/testing';
import { confidentialProject } from './confidential-project.js';
import { idsByName, wallPlan, writtenPlan, type WrittenTask } from './written-plan.js';

const TASKS: readonly WrittenTask[] = [
  { uid: 1, name: 'Load master data', days: 3, people: ['Data analyst'] },
  { uid: 2, name: 'Rehearse', days: 5, after: [1], people: ['Site lead'] },
  { uid: 3, name: 'Cut over', days: 2, after: [2], people: ['Site lead'] },
];
const WORK = [{ from: '08:00', to: '16:00' }];
const WEEK = (['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const).map((weekday) => ({
  weekday,
  shifts: WORK,
}));
const READY = [{ text: 'Network is there', isDone: true }];
const pmo = person('pmo-manager', 'Anna Meyer');
let projects: ServiceUnderTest;
let templateId: string;

beforeAll(async () => {
  projects = await ServiceUnderTest.start('projects');
  const source = confidentialProject(randomUUID());
  await projects.ask(pmo, RegisterProject, source);
  await projects.ask(pmo, ImportPlan, wallPlan(source.projectId, writtenPlan(TASKS)));
  templateId = randomUUID();
  const template = { templateId, projectId: source.projectId, name: 'ERP at a plant', purpose: 'Goes live.' };
  await projects.ask(pmo, SaveTemplate, { ...template, roles: [] }, { version: 0 });
});
afterAll(() => projects.end());

async function site(name: string, wish: Partial<RecordSite> = {}): Promise<string> {
  const siteId = randomUUID();
  const facts = { language: 'en-IE', currency: 'EUR', timeZone: 'Europe/Dublin', readiness: READY };
  const calendar = { name, week: WEEK, exceptions: [] };
  const code = siteId.slice(0, 8);
  await projects.ask(pmo, RecordSite, { siteId, code, name, calendar, ...facts, ...wish }, { version: 0 });
  return siteId;
}

function waveOf(sites: PlanWave['sites'], wish: Partial<PlanWave> = {}): PlanWave {
  const waveId = randomUUID();
  const place = { portfolio: 'Plants', programme: `ERP ${waveId.slice(0, 8)}` };
  const codePrefix = `W-${waveId.slice(0, 8)}`;
  return { waveId, name: 'Wave 1', codePrefix, templateId, templateVersion: 1, ...place, sites, ...wish };
}

async function planned(wave: PlanWave, version = 0): Promise<string> {
  const { id } = await projects.ask(pmo, PlanWave, wave, { version });
  return id;
}

function launch(waveId: string, key = randomUUID()) {
  return projects.ask(pmo, LaunchWave, { waveId }, { key });
}

async function projectsIn(programme: string) {
  return projects.rows<{ code: string }>(
    'SELECT code FROM project WHERE programme = $1 ORDER BY code',
    programme,
  );
}

test('before a launch every site is seen with the days of its own calendar, and nothing is written', async () => {
  const holiday = { name: 'Carnaval', from: '2027-02-08', to: '2027-02-09', shifts: [] };
  const calendar = { name: 'São Paulo', week: WEEK, exceptions: [holiday] };
  const brazil = { language: 'pt-br', currency: 'BRL', timeZone: 'America/Sao_Paulo', calendar };
  const open = [{ text: 'Key users are trained', isDone: false }];
  const sites = [
    { siteId: await site('Cork') },
    { siteId: await site('São Paulo', brazil) },
    { siteId: await site('Lyon', { readiness: [...READY, ...open] }), start: '2027-03-01' },
  ];
  const wave = waveOf(sites, { firstStart: '2027-02-01', intervalDays: 7 });
  const preview = await projects.ask(pmo, PreviewWave, { waveId: await planned(wave) });
  expect(preview.sites).toMatchObject([
    { name: 'Cork', start: '2027-02-01', finish: '2027-02-12', isReady: true, isLaunched: false },
    // Starts on Monday the 8th, which is Carnaval there: ten working days from Wednesday on.
    { name: 'São Paulo', start: '2027-02-10', finish: '2027-02-23', isReady: true },
    {
      name: 'Lyon',
      start: '2027-03-01',
      finish: '2027-03-12',
      isReady: false,
      openItems: ['Key users are trained'],
    },
  ]);
  expect(await projectsIn(wave.programme)).toEqual([]);
  const { sites: known } = await projects.ask(pmo, ListSites, {});
  expect(known.find(({ name }) => name === 'São Paulo')).toMatchObject({
    language: 'pt-BR',
    currency: 'BRL',
  });
});

test('where two sites want the same role at once is told beforehand', async () => {
  const sites = [{ siteId: await site('Bonn') }, { siteId: await site('Kiel') }];
  const wave = waveOf(sites, { firstStart: '2027-02-01', intervalDays: 7 });
  const { sharedRoles } = await projects.ask(pmo, PreviewWave, { waveId: await planned(wave) });
  // Bonn: lead from 4 to 12 February; Kiel a week later: from 11 to 19. Master data: 1 to 3 and 8 to 10.
  expect(sharedRoles).toEqual([
    {
      role: 'Site lead',
      from: '2027-02-11',
      to: '2027-02-12',
      wantedPercent: 200,
      oneTeamPercent: 100,
      sites: ['Bonn', 'Kiel'],
    },
  ]);
});

test('a launch gives each ready site one project in the programme, in its own calendar and currency', async () => {
  const open = [{ text: 'Key users are trained', isDone: false }];
  const sites = [
    { siteId: await site('Porto', { currency: 'EUR', managerName: 'Rui Costa' }) },
    { siteId: await site('Leeds', { currency: 'GBP' }) },
    { siteId: await site('Turin', { readiness: open }) },
  ];
  const wave = waveOf(sites, { firstStart: '2027-02-01', intervalDays: 14 });
  const waveId = await planned(wave);
  const { launched, remaining, notReady } = await launch(waveId);
  expect(launched).toMatchObject([{ start: '2027-02-01' }, { start: '2027-02-15', finish: '2027-02-26' }]);
  expect({ remaining, notReady }).toEqual({ remaining: 0, notReady: ['Turin'] });
  const record = await projects.ask(pmo, ProjectRecord, { projectId: launched[1]!.projectId });
  expect(record).toMatchObject({
    name: 'Wave 1: Leeds',
    currency: 'GBP',
    programme: wave.programme,
    stage: 'approved',
    start: '2027-02-15',
  });
  await expect(launch(waveId)).rejects.toMatchObject({ code: 'projects/nothing-to-launch' });
  expect(await projectsIn(wave.programme)).toHaveLength(2);
});

test('a launch that is cut off and launched again gives no site a second project', async () => {
  const sites = [];
  for (let at = 0; at < 7; at++) sites.push({ siteId: await site(`Plant ${at}`), start: '2027-02-01' });
  const wave = waveOf(sites);
  const waveId = await planned(wave);
  const cutOff = launch(waveId).catch(() => undefined);
  await projects.restart();
  await cutOff;
  for (;;) {
    const left = await launch(waveId).catch((refused: { code: string }) => {
      expect(refused.code).toBe('projects/nothing-to-launch');
      return { remaining: 0 };
    });
    if (left.remaining === 0) break;
  }
  const made = await projectsIn(wave.programme);
  expect(made).toHaveLength(7);
  const { waves } = await projects.ask(pmo, ListWaves, {});
  expect(waves.find((line) => line.waveId === waveId)).toMatchObject({ siteCount: 7, launchedCount: 7 });
}, 120_000);

test('the status of a wave tells progress, slip and what a site changed of the template', async () => {
  const wave = waveOf([{ siteId: await site('Graz'), start: '2026-03-02' }, { siteId: await site('Linz') }], {
    firstStart: '2026-03-02',
    intervalDays: 7,
  });
  const waveId = await planned(wave);
  const { launched } = await launch(waveId);
  const { projectId } = launched[0]!;
  const status = async () => projects.ask(pmo, WaveStatus, { waveId });
  const asPlanned = { percentComplete: 0, slipDays: 0, added: 0, removed: 0, changed: 0, stage: 'approved' };
  expect((await status()).sites.map(({ project }) => project)).toMatchObject([asPlanned, asPlanned]);

  const { tasks } = await projects.ask(pmo, ProjectPlan, { projectId });
  const taskId = idsByName(tasks).get('Load master data')!;
  const done = { percentComplete: 100, actualStart: '2026-03-02', actualFinish: '2026-03-06' };
  await projects.ask(pmo, ReportProgress, { projectId, taskId, asOf: '2026-03-06', ...done });
  expect((await status()).sites[0]?.project).toMatchObject({ percentComplete: 30, slipDays: 4, changed: 0 });

  // A plan of its own, which knows none of the tasks of the template.
  await projects.ask(pmo, ImportPlan, wallPlan(projectId, writtenPlan(TASKS.slice(0, 2))));
  expect((await status()).sites[0]?.project).toMatchObject({ added: 2, removed: 3, changed: 0 });
});

test('what has begun stays in its wave; what has not may still change', async () => {
  const [first, second] = [
    await site('Nice'),
    await site('Metz', { readiness: [{ text: 'Room', isDone: false }] }),
  ];
  const wave = waveOf([
    { siteId: first, start: '2027-02-01' },
    { siteId: second, start: '2027-03-01' },
  ]);
  const waveId = await planned(wave);
  const { version } = await launch(waveId);
  const without = { ...wave, sites: [{ siteId: second, start: '2027-03-01' }] };
  await expect(planned(without, version)).rejects.toMatchObject({ code: 'projects/wave-under-way' });
  const moved = [wave.sites[0]!, { siteId: second, start: '2027-04-05' }];
  await planned({ ...wave, sites: moved }, version);
  const { sites } = await projects.ask(pmo, WaveStatus, { waveId });
  expect(sites.map(({ plannedStart }) => plannedStart)).toEqual(['2027-02-01', '2027-04-05']);
});

test('what is no language, no time zone, twice in a wave, without a start or unknown is refused', async () => {
  await expect(site('A', { language: 'not a tag' })).rejects.toMatchObject({
    code: 'projects/language-unknown',
  });
  await expect(site('A', { timeZone: 'Mars/Base' })).rejects.toMatchObject({
    code: 'projects/time-zone-unknown',
  });
  const monday = [WEEK[0]!, WEEK[0]!];
  const twice = { name: 'Twice', week: monday, exceptions: [] };
  await expect(site('A', { calendar: twice })).rejects.toMatchObject({ code: 'projects/weekday-twice' });
  const siteId = await site('Trier', { code: 'TRIER' });
  await expect(site('Other', { code: 'TRIER' })).rejects.toMatchObject({ code: 'projects/site-code-taken' });
  const start = '2027-02-01';
  const refused: [PlanWave, string][] = [
    [
      waveOf([
        { siteId, start },
        { siteId, start },
      ]),
      'projects/wave-site-twice',
    ],
    [waveOf([{ siteId }]), 'projects/wave-start-missing'],
    [waveOf([{ siteId: randomUUID(), start }]), 'projects/site-not-found'],
    [waveOf([{ siteId, start }], { templateVersion: 9 }), 'projects/template-not-found'],
  ];
  for (const [wave, code] of refused) await expect(planned(wave)).rejects.toMatchObject({ code });
  await expect(launch(randomUUID())).rejects.toMatchObject({ code: 'projects/wave-not-found' });
});
