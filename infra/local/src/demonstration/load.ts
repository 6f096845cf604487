import { GatewayClient } from '../gateway-client.js';
import { findPerson } from '../people.js';
import { eventually } from './eventually.js';
import { planXml } from './plan-xml.js';
import { StoryDays } from './story-days.js';
import { STORY_PEOPLE, STORY_PROJECTS, type StoryProject } from './story.js';

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

interface Story {
  readonly as: (handle: string) => GatewayClient;
  readonly days: StoryDays;
  readonly today: string;
}

const AT_ONCE = 6;

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
  await sideBySide(STORY_PROJECTS, (project) => liveUntilToday(story, project, idOf(ids, project.code)));
  await tellTheRest(story, ids);
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

async function openProject({ as, days, today }: Story, project: StoryProject): Promise<string> {
  const manager = findPerson(project.manager);
  const sponsor = findPerson('sam.rossi');
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
    sponsorPersonId: sponsor?.personId,
    sponsorName: sponsor?.name,
    currency: 'EUR',
    isConfidential: project.isConfidential ?? false,
  });
  const xml = planXml(project, days, today);
  await as(project.manager).command('POST', `/v1/projects/${id}/plan-imports`, {
    fileName: `${project.code}.xml`,
    contentBase64: Buffer.from(xml).toString('base64'),
  });
  return id;
}

interface ProjectPage {
  readonly money: {
    readonly hasBudget: boolean;
    readonly evMinor?: string;
    readonly statusDate?: string;
  } | null;
  readonly plan: { readonly tasks: readonly { readonly taskId: string; readonly name: string }[] } | null;
  readonly quality: { readonly milestones: readonly StoryMilestone[] } | null;
  readonly governance: { readonly gates: readonly StoryGate[] } | null;
}

interface StoryMilestone {
  readonly milestoneId: string;
  readonly name: string;
  readonly checks: readonly {
    readonly checkId: string;
    readonly isMandatory: boolean;
    readonly state: string;
  }[];
}

interface StoryGate {
  readonly gateId: string;
  readonly phaseId: string;
  readonly isReady: boolean;
  readonly evidence: readonly unknown[];
}

/** Budget, the checks and gates that are behind the project, and what it cost so far. */
async function liveUntilToday(story: Story, project: StoryProject, id: string): Promise<void> {
  const { as } = story;
  const page = (): Promise<ProjectPage> => as('anna.meyer').get(`/v1/projects/${id}`);
  const milestones = project.tasks.filter((task) => task.days === 0);
  const known = await eventually(
    page,
    (p) => p.quality?.milestones.length === milestones.length && p.plan !== null,
  );
  await approveBudget(story, project, id, known);
  for (const milestone of known.quality?.milestones ?? []) {
    const told = milestones.find((task) => task.name === milestone.name);
    if (told && told.percent === 100) await accept(story, id, milestone);
  }
  const past = project.phases.filter((phase) => phase.gate <= 0);
  for (const phase of past) {
    const ready = await eventually(
      page,
      (p) => gateOf(p, phase.id)?.isReady === true && gateOf(p, phase.id)?.evidence.length !== 0,
    );
    const gate = gateOf(ready, phase.id);
    await as('sam.rossi').command('POST', `/v1/gates/${gate?.gateId}/decision`, {
      decision: 'go',
      reason: 'All evidence was there; the steering committee agreed.',
    });
  }
  await spend(story, project, id);
}

function gateOf(page: ProjectPage, phaseId: string): StoryGate | undefined {
  return page.governance?.gates.find((gate) => gate.phaseId === phaseId);
}

async function approveBudget(
  { as }: Story,
  project: StoryProject,
  id: string,
  page: ProjectPage,
): Promise<void> {
  const taskIds = new Map(page.plan?.tasks.map((task) => [task.name, task.taskId]));
  const total = project.tasks.reduce((sum, task) => sum + task.budget, 0);
  await as('sam.rossi').command('PUT', `/v1/projects/${id}/budget`, {
    currency: 'EUR',
    lines: project.tasks
      .filter((task) => task.budget > 0)
      .map((task) => ({
        name: task.name,
        category: task.people.length > 0 ? 'labour' : 'external',
        amountMinor: String(task.budget * 100),
        taskId: taskIds.get(task.name),
      })),
    contingencyMinor: String(Math.round(total * 0.05) * 100),
    tolerancePercent: 10,
    policy: 'warn',
    decision: 'Steering committee, approval of the business case',
  });
}

async function accept({ as }: Story, id: string, milestone: StoryMilestone): Promise<void> {
  for (const check of milestone.checks.filter((one) => one.isMandatory && one.state === 'open')) {
    await as('mia.dubois').command('POST', `/v1/checks/${check.checkId}/decision`, {
      state: 'passed',
      evidence: `Acceptance record of "${milestone.name}"`,
    });
  }
  await as('mia.dubois').command(
    'POST',
    `/v1/projects/${id}/milestones/${milestone.milestoneId}/acceptance`,
    {
      statement: 'Accepted at the review.',
    },
  );
}

/** An order for a third of the budget's work, an invoice against it, and the rest as journal entries of the ERP system. */
async function spend({ as, days }: Story, project: StoryProject, id: string): Promise<void> {
  const earned = project.tasks.reduce((sum, task) => sum + (task.budget * task.percent) / 100, 0);
  const spent = Math.round(earned * project.costPerEarned);
  if (spent === 0) return;
  const invoiced = Math.round(spent * 0.3);
  const anna = as('anna.meyer');
  const document = { projectCode: project.code, currency: 'EUR', supplier: 'Northwind Engineering' };
  const event = (type: string, number: string, data: Record<string, unknown>) =>
    anna.command('POST', '/v1/connectors/events', {
      specversion: '1.0',
      id: `${project.code}-${number}`,
      source: '/demonstration/erp',
      type,
      data: { ...document, documentNumber: `${project.code}-${number}`, ...data },
    });
  const order = `PO-${project.code}`;
  const dated = (day: number) => ({ documentDate: days.on(day - 3), postingDate: days.on(day) });
  await event('erp.commitment.recorded.v1', 'PO', {
    orderNumber: order,
    amount: `${Math.round(invoiced * 1.4)}.00`,
    ...dated(-20),
  });
  await event('erp.invoice.posted.v1', 'INV-1', {
    orderNumber: order,
    amount: `${invoiced}.00`,
    ...dated(-8),
  });
  await event('erp.invoice.posted.v1', 'JRN-1', { amount: `${spent - invoiced}.00`, ...dated(-1) });
  await eventually(
    () => anna.get<ProjectPage>(`/v1/projects/${id}`),
    (page) => page.money?.evMinor !== undefined,
  );
}

/** What is left: others wait for the master data, and somebody has to decide on more money for the cut-over. */
async function tellTheRest({ as, days }: Story, ids: ReadonlyMap<string, string>): Promise<void> {
  const masterData = idOf(ids, 'DAT-01');
  const page = await as('anna.meyer').get<ProjectPage>(`/v1/projects/${masterData}`);
  const migrated = page.plan?.tasks.find((task) => task.name === 'Master data migrated');
  await as('priya.nair').command('PUT', `/v1/projects/${masterData}/milestones/${migrated?.taskId}/shares`, {
    sharedWith: ['ERP-00', 'ERP-01', 'CRM-01'].map((code) => idOf(ids, code)),
    ownerPersonId: findPerson('priya.nair')?.personId,
  });
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
