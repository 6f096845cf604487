import { findPerson } from '../people.js';

/** A task of a story's plan. Days are working days from today, negative ones are over. */
export interface StoryTask {
  readonly name: string;
  /** First working day. */
  readonly from: number;
  /** Working days; 0 is a milestone at the end of the day before `from`. */
  readonly days: number;
  /** Names of tasks that must be finished before. */
  readonly after: readonly string[];
  /** Full-time people. */
  readonly people: readonly string[];
  /** Budget in whole euros. */
  readonly budget: number;
  /** Working days that the task now takes longer than its baseline. */
  readonly slip?: number;
}

export interface StoryPhase {
  readonly id: string;
  readonly name: string;
  readonly gate: number;
}

export interface StoryProject {
  readonly code: string;
  readonly name: string;
  readonly programme: string;
  readonly orgUnit: string;
  readonly manager: 'jon.okafor' | 'priya.nair';
  readonly isConfidential?: boolean;
  readonly phases: readonly StoryPhase[];
  readonly tasks: readonly StoryTask[];
  /** Actual cost for every euro earned: 0.97 is a project that earns more than it spends. */
  readonly costPerEarned: number;
}

export interface StoryPerson {
  readonly employeeNumber: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly orgUnit: string;
  readonly site: string;
  readonly ftePercent: number;
  readonly isContractor: boolean;
}

/** A working pattern of phases: each lasts some working days and ends in a milestone, on whose day its gate is held. */
interface Shape {
  /** Working days from today on which the project started. */
  readonly start: number;
  readonly budget: number;
  /** Works on the first task of every step. */
  readonly lead?: string;
  /** Work on the second task of every step. */
  readonly crew?: readonly string[];
}

const STEPS = [
  {
    id: 'design',
    phase: 'Design',
    work: ['Agree the scope', 'Design the solution'],
    milestone: 'Design approved',
    days: 30,
  },
  {
    id: 'build',
    phase: 'Build',
    work: ['Build and configure', 'Migrate the data'],
    milestone: 'Solution built',
    days: 60,
  },
  {
    id: 'validate',
    phase: 'Validate',
    work: ['Test end to end', 'Train the people'],
    milestone: 'Ready for use',
    days: 40,
  },
  { id: 'run', phase: 'Hand over', work: ['Go live and support'], milestone: 'Handed over', days: 25 },
] as const;

const SITES = [
  'Leuven',
  'Cork',
  'Basel',
  'Lyon',
  'Porto',
  'Turin',
  'Graz',
  'Brno',
  'Malmö',
  'Tampere',
  'Tartu',
  'Ghent',
  'Eindhoven',
  'Bilbao',
  'Leipzig',
  'Kraków',
  'Gdańsk',
];

/** Six sites are under way, a week apart; the others follow every fortnight. No gate of theirs is due within a month. */
const SITE_STARTS = SITES.map((_, index) => (index < 6 ? -62 + index * 5 : -4 + (index - 6) * 9));

/** Tom validates in Leuven; the service portal wants him in the same weeks. */
const SITE_CREWS: Readonly<Record<string, Pick<Shape, 'lead' | 'crew'>>> = {
  Leuven: { lead: 'Liam Byrne', crew: ['Tom Jensen'] },
  Cork: { lead: 'Noor de Wit' },
};

function person(
  number: number,
  name: string,
  role: string,
  orgUnit: string,
  site: string,
  more: Partial<StoryPerson> = {},
): StoryPerson {
  const email = `${name.toLowerCase().replace(' ', '.')}@meridian.example`;
  return {
    employeeNumber: `E-${number}`,
    name,
    email,
    role,
    orgUnit,
    site,
    ftePercent: 100,
    isContractor: false,
    ...more,
  };
}

function seeded(handle: string, role: string, orgUnit: string, site: string): StoryPerson {
  const known = findPerson(handle);
  if (!known) throw new Error(`Nobody is called ${handle}.`);
  const { employeeNumber, name, email } = known;
  return {
    employeeNumber,
    name,
    email,
    role,
    orgUnit,
    site,
    ftePercent: 100,
    isContractor: known.partner !== undefined,
  };
}

/** Sponsors the projects of her unit and leaves soon. */
export const RETIRING_SPONSOR = 'Clara Voss';

export const STORY_PEOPLE: readonly StoryPerson[] = [
  seeded('anna.meyer', 'PMO manager', 'PMO', 'Leuven'),
  seeded('jon.okafor', 'Project manager', 'PMO', 'Leuven'),
  seeded('priya.nair', 'Project manager', 'PMO', 'Basel'),
  seeded('lea.chen', 'Resource manager', 'PMO', 'Leuven'),
  seeded('mia.dubois', 'Quality manager', 'Quality', 'Basel'),
  seeded('sam.rossi', 'Sponsor', 'Management', 'Leuven'),
  seeded('tom.jensen', 'Validation engineer', 'Quality', 'Cork'),
  seeded('kai.novak', 'Migration specialist', 'Northwind Engineering', 'Brno'),
  person(2001, 'Ines Moreau', 'Business analyst', 'Finance', 'Lyon'),
  person(2002, 'Ole Lindqvist', 'Solution architect', 'IT', 'Malmö'),
  person(2003, 'Greta Maes', 'Developer', 'IT', 'Ghent'),
  person(2004, 'Paulo Ribeiro', 'Developer', 'IT', 'Porto'),
  person(2005, 'Hana Kral', 'Data engineer', 'Data office', 'Brno'),
  person(2006, 'Marco Conti', 'Data engineer', 'Data office', 'Turin'),
  person(2007, 'Eva Huber', 'Trainer', 'Human resources', 'Graz', { ftePercent: 60 }),
  person(2008, 'Liam Byrne', 'Site lead', 'Operations', 'Cork'),
  person(2009, 'Noor de Wit', 'Site lead', 'Operations', 'Eindhoven'),
  person(2010, 'Sofia Alba', 'Clinical lead', 'Clinical', 'Bilbao'),
  person(2011, 'Jonas Weber', 'Regulatory writer', 'Regulatory', 'Leipzig'),
  person(2012, 'Zofia Nowak', 'Regulatory writer', 'Regulatory', 'Kraków'),
  person(2013, 'Aino Laine', 'Service designer', 'Customer care', 'Tampere'),
  person(2014, 'Kristjan Tamm', 'Developer', 'IT', 'Tartu'),
  person(2015, RETIRING_SPONSOR, 'Head of customer care', 'Customer care', 'Leuven'),
];

/** Percent of a task that is done at the end of a day: in proportion while it runs. A milestone is reached on the day before `from`. */
export function percentOn(task: StoryTask, day: number): number {
  if (task.days === 0) return day >= task.from - 1 ? 100 : 0;
  return Math.max(0, Math.min(100, Math.round(((day - task.from + 1) * 100) / task.days)));
}

/** The portfolio of the story. Every project follows the same steps, at its own time and with its own people. */
export const STORY_PROJECTS: readonly StoryProject[] = [
  project(
    'ERP-00',
    'ERP core template',
    'ERP One',
    'Finance',
    'jon.okafor',
    { start: -100, budget: 4_800_000, lead: 'Ines Moreau', crew: ['Ole Lindqvist'] },
    0.98,
  ),
  ...SITES.map((site, index) =>
    project(
      `ERP-${String(index + 1).padStart(2, '0')}`,
      `ERP roll-out ${site}`,
      'ERP One',
      'Finance',
      index % 2 === 0 ? 'jon.okafor' : 'priya.nair',
      { start: SITE_STARTS[index] ?? 0, budget: 420_000 + index * 15_000, ...SITE_CREWS[site] },
      0.96 + (index % 3) * 0.02,
    ),
  ),
  project(
    'CLI-01',
    'Helix phase III study',
    'Clinical 2027',
    'Clinical',
    'priya.nair',
    { start: -66, budget: 9_600_000, lead: 'Sofia Alba' },
    1.01,
  ),
  eCtd(
    project(
      'CLI-02',
      'Helix eCTD submission',
      'Clinical 2027',
      'Regulatory',
      'priya.nair',
      { start: -128, budget: 2_150_000, lead: 'Jonas Weber', crew: ['Zofia Nowak'] },
      0.99,
    ),
  ),
  project(
    'CRM-01',
    'Customer platform',
    'Customer First',
    'Customer care',
    'jon.okafor',
    { start: -62, budget: 3_400_000, lead: 'Greta Maes', crew: ['Paulo Ribeiro'] },
    1.14,
  ),
  looking(
    project(
      'CRM-02',
      'Service portal',
      'Customer First',
      'Customer care',
      'jon.okafor',
      { start: -5, budget: 1_250_000, lead: 'Aino Laine' },
      0.97,
    ),
  ),
  slipped(
    project(
      'DAT-01',
      'Master data',
      'Data Core',
      'Data office',
      'priya.nair',
      { start: -62, budget: 1_900_000, lead: 'Hana Kral' },
      1.0,
    ),
  ),
  project(
    'DAT-02',
    'Data platform',
    'Data Core',
    'Data office',
    'priya.nair',
    { start: -52, budget: 2_700_000, lead: 'Marco Conti', crew: ['Kristjan Tamm'] },
    0.98,
  ),
  project(
    'STR-01',
    'Falcon: readiness for an acquisition',
    'Corporate development',
    'Management',
    'priya.nair',
    { start: -3, budget: 640_000 },
    0.97,
    true,
  ),
];

function project(
  code: string,
  name: string,
  programme: string,
  orgUnit: string,
  manager: StoryProject['manager'],
  shape: Shape,
  costPerEarned: number,
  isConfidential = false,
): StoryProject {
  const phases: StoryPhase[] = [];
  const tasks: StoryTask[] = [];
  let day = shape.start;
  let last: string[] = [];
  for (const step of STEPS) {
    const share = Math.round((shape.budget * step.days) / 155 / step.work.length);
    const each = Math.floor(step.days / step.work.length);
    for (const [index, work] of step.work.entries()) {
      const from = day + index * each;
      const people = [index === 0 ? shape.lead : shape.crew?.[index - 1]].filter((one) => one !== undefined);
      tasks.push({
        name: work,
        from,
        days: each,
        after: last,
        people,
        budget: share,
      });
      last = [work];
    }
    day += each * step.work.length;
    tasks.push({
      name: step.milestone,
      from: day,
      days: 0,
      after: last,
      people: [],
      budget: 0,
    });
    phases.push({ id: step.id, name: step.phase, gate: day });
    last = [step.milestone];
  }
  return { code, name, programme, orgUnit, manager, phases, tasks, costPerEarned, isConfidential };
}

/** The submission's validation ends tomorrow, its gate is the day after, and its checks are still open: evidence is missing. */
function eCtd(story: StoryProject): StoryProject {
  const names: Record<string, string> = {
    'Ready for use': 'Dossier validated',
    'Test end to end': 'Validate the dossier',
    'Train the people': 'Review by the signatories',
  };
  return renamed(story, names);
}

/** Tom is needed full-time in two places in the same weeks: the overload. */
function overload(story: StoryProject): StoryProject {
  const [first, second] = ['Agree the scope', 'Design the solution'];
  return {
    ...story,
    tasks: story.tasks.map((task) =>
      task.name === first || task.name === second
        ? { ...task, people: [...task.people, 'Tom Jensen'] }
        : task,
    ),
  };
}

/** Who tests, builds and trains is not found yet: the plan names roles. Tom is needed before that; see `overload`. */
function looking(story: StoryProject): StoryProject {
  const roles: Readonly<Record<string, string>> = {
    'Build and configure': 'Developer',
    'Migrate the data': 'Data engineer',
    'Test end to end': 'Validation engineer',
    'Train the people': 'Trainer',
  };
  const tasks = story.tasks.map((task) => {
    const role = roles[task.name];
    return role === undefined ? task : { ...task, people: [...task.people, role] };
  });
  return overload({ ...story, tasks });
}

/** The migration of master data takes twelve days longer than promised, and others wait for it: the slipped shared milestone. */
function slipped(story: StoryProject): StoryProject {
  const moved = renamed(story, { 'Solution built': 'Master data migrated' });
  return {
    ...moved,
    tasks: moved.tasks.map((task) => (task.name === 'Migrate the data' ? { ...task, slip: 12 } : task)),
  };
}

function renamed(story: StoryProject, names: Readonly<Record<string, string>>): StoryProject {
  const nameOf = (name: string): string => names[name] ?? name;
  return {
    ...story,
    tasks: story.tasks.map((task) => ({ ...task, name: nameOf(task.name), after: task.after.map(nameOf) })),
  };
}
