import { personIdOf } from '@meridian/contracts-resourcing';
import { GatewayClient } from '../gateway-client.js';
import { findPerson } from '../people.js';
import { promiseBenefits } from './business-cases.js';
import { fundProject, layFunds, shareOut } from './funds.js';
import { workWithPartner } from './partners.js';
import { planXml } from './plan-xml.js';
import { keepRegister } from './registers.js';
import { weighScenarios } from './scenarios.js';
import { runSprints, SPRINTING } from './sprints.js';
import { findPeople, knowPeople, letLeave, logTime, recordRates, recordSkills } from './staffing.js';
import { StoryDays } from './story-days.js';
import { liveUntilToday, type ProjectPage, type Story } from './live-until-today.js';
import { RETIRING_SPONSOR, STORY_PEOPLE, STORY_PROJECTS, type StoryProject } from './story.js';

export interface DemonstrationTarget {
  readonly gatewayUrl: string;
  /** A fresh access token for one of the seeded people, by handle. */
  readonly tokenOf: (handle: string) => Promise<string>;
  /** `YYYY-MM-DD`: the story is dated relative to it. */
  readonly today: string;
  readonly progress: (sentence: string) => void;
}

export interface LoadedDemonstration {
  readonly projects: number;
  readonly tasks: number;
  readonly people: number;
  /** Ids by project code. */
  readonly projectIds: ReadonlyMap<string, string>;
}

const AT_ONCE = 6;
/** Their budgets are shared out over control accounts. */
const SHARED_OUT: ReadonlySet<string> = new Set(['CRM-01', 'DAT-01', 'ERP-00']);

/** Tells the story of the demonstration portfolio to an empty installation, through the gateway as people would. */
export async function loadDemonstration(target: DemonstrationTarget): Promise<LoadedDemonstration> {
  const clients = new Map<string, GatewayClient>();
  const as = (handle: string): GatewayClient => {
    const known =
      clients.get(handle) ??
      new GatewayClient({ url: target.gatewayUrl, token: () => target.tokenOf(handle) });
    clients.set(handle, known);
    return known;
  };
  const story: Story = { as, days: new StoryDays(target.today), today: target.today };

  target.progress(`${STORY_PEOPLE.length} people join`);
  await sideBySide(STORY_PEOPLE, (person) => hire(story, person));
  target.progress(`${STORY_PROJECTS.length} projects with plans and budgets`);
  const ids = new Map<string, string>();
  await sideBySide(STORY_PROJECTS, async (project) => {
    ids.set(project.code, await openProject(story, project));
  });
  target.progress('checks, gates and cost so far');
  const funds = await layFunds(story, STORY_PROJECTS);
  await sideBySide(STORY_PROJECTS, async (project) => {
    const id = idOf(ids, project.code);
    await liveUntilToday(story, project, id, () => fundProject(story, project, funds, id));
    if (SHARED_OUT.has(project.code)) await shareOut(story, project, id);
    await promiseBenefits(story, project.code, id);
    await keepRegister(story, project, id);
    if (project.code === SPRINTING) await runSprints(story, project, id);
  });
  target.progress('people are found, and money is weighed');
  await knowPeople(story);
  await Promise.all([
    tellTheRest(story, ids),
    weighScenarios(story),
    findPeople(story, idOf(ids, 'CRM-02')),
    recordSkills(story),
    recordRates(story),
    letLeave(story),
    logTime(story, idOf(ids, 'CRM-02')),
    workWithPartner(story, idOf(ids, 'DAT-01')),
  ]);
  const tasks = STORY_PROJECTS.reduce((sum, project) => sum + project.tasks.length, 0);
  return { projects: STORY_PROJECTS.length, tasks, people: STORY_PEOPLE.length, projectIds: ids };
}

async function hire({ as, days }: Story, person: (typeof STORY_PEOPLE)[number]): Promise<void> {
  await as('anna.meyer').command('POST', '/v1/connectors/events', {
    specversion: '1.0',
    id: `hired-${person.employeeNumber}`,
    source: '/demonstration/hr',
    type: 'hr.worker.hired.v1',
    data: { ...person, effectiveOn: days.on(-400) },
  });
}

async function openProject({ as, days }: Story, project: StoryProject): Promise<string> {
  const manager = findPerson(project.manager);
  const sponsor = sponsorOf(project);
  const anna = as('anna.meyer');
  const current = project.phases.find((phase) => phase.gate > 0) ?? project.phases.at(-1);
  const { id } = await anna.command<{ id: string }>('POST', '/v1/projects', {
    code: project.code,
    name: project.name,
    portfolio: 'Group portfolio',
    programme: project.programme,
    orgUnit: project.orgUnit,
    category: 'Transformation',
    stage: 'delivery',
    phases: project.phases.map((phase, index) => ({
      phaseId: phase.id,
      name: phase.name,
      order: index + 1,
      gateOn: days.on(phase.gate),
    })),
    currentPhaseId: current?.id,
    managerPersonId: manager?.personId,
    managerName: manager?.name,
    sponsorPersonId: personIdOf(sponsor.employeeNumber),
    sponsorName: sponsor.name,
    currency: 'EUR',
    isConfidential: project.isConfidential ?? false,
  });
  const xml = planXml(project, days);
  await as(project.manager).command('POST', `/v1/projects/${id}/plan-imports`, {
    fileName: `${project.code}.xml`,
    contentBase64: Buffer.from(xml).toString('base64'),
  });
  return id;
}

/** Customer care sponsors its portal itself, management all else. */
function sponsorOf({ code }: StoryProject): (typeof STORY_PEOPLE)[number] {
  const wanted = code === 'CRM-02' ? RETIRING_SPONSOR : findPerson('sam.rossi')?.name;
  const sponsor = STORY_PEOPLE.find(({ name }) => name === wanted);
  if (!sponsor) throw new Error(`Nobody sponsors ${code}.`);
  return sponsor;
}

/** What is left: others wait for the master data, and somebody has to decide on more money for the cut-over. */
async function tellTheRest({ as, days }: Story, ids: ReadonlyMap<string, string>): Promise<void> {
  const masterData = idOf(ids, 'DAT-01');
  const page = await as('anna.meyer').get<ProjectPage>(`/v1/projects/${masterData}`);
  const migrated = page.plan?.tasks.find((task) => task.name === 'Master data migrated');
  const milestone = page.project.milestones.find((one) => one.milestoneId === migrated?.taskId);
  const sharing = {
    sharedWith: ['ERP-00', 'ERP-01', 'CRM-01'].map((code) => idOf(ids, code)),
    ownerPersonId: findPerson('priya.nair')?.personId,
  };
  const path = `/v1/projects/${masterData}/milestones/${migrated?.taskId}/shares`;
  await as('priya.nair').command('PUT', path, sharing, { 'If-Match': `"${milestone?.version}"` });
  await as('jon.okafor').command('POST', `/v1/projects/${idOf(ids, 'ERP-00')}/decisions`, {
    title: 'Approve the change request for the cut-over in Leuven (+€1.2 M)',
    kind: 'change-request',
    dueOn: days.on(2),
    amountMinor: '120000000',
    currency: 'EUR',
  });
}

function idOf(ids: ReadonlyMap<string, string>, code: string): string {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`The story has no project ${code}.`);
  return id;
}

/** Works through a list with a few at a time, in no particular order. */
async function sideBySide<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
