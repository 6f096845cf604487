import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { planXml } from '../demonstration/plan-xml.js';
import { StoryDays } from '../demonstration/story-days.js';
import { STORY_PROJECTS } from '../demonstration/story.js';
import { hold, type Figures, type SmokeState } from './smoke-step.js';

interface Counts {
  readonly tasks: number;
  readonly links: number;
  readonly resources: number;
  readonly assignments: number;
}

interface PlanReport {
  readonly inFile: Counts;
  readonly read: Counts;
  readonly notes: readonly { readonly kind: string; readonly action: string; readonly reason: string }[];
  readonly criticalCount: number;
  readonly finish: string;
  readonly datesCompared: number;
  readonly datesEqual: number;
}

/** 2. A plan file: what was read and left out is said; the service computes the schedule. With a corpus, every plan in it. */
export async function importPlan(state: SmokeState): Promise<Figures> {
  const story = STORY_PROJECTS[0];
  hold(story !== undefined, 'there is a plan to import');
  state.projectCode = `SMOKE-${randomUUID().slice(0, 8)}`;
  state.projectId = await openProject(state, state.projectCode, 'Smoke run');
  const xml = planXml(story, new StoryDays(state.target.today));
  const report = await sendPlan(state, state.projectId, 'smoke.xml', Buffer.from(xml));
  hold(report.read.tasks === story.tasks.length, 'every task of the plan is read');
  hold(report.criticalCount > 0, 'the computed schedule has a critical path');
  const { read, criticalCount, finish, datesCompared, datesEqual } = report;
  return { own: { ...read, criticalCount, finish, datesCompared, datesEqual }, ...(await realPlans(state)) };
}

async function realPlans(state: SmokeState): Promise<Figures> {
  if (state.target.corpusDir === undefined) return {};
  const folder = join(state.target.corpusDir, 'plans', 'mspdi');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.xml')).sort();
  state.target.progress(`${names.length} real plan files`);
  const files: Figures[] = [];
  for (const name of names) {
    const content = await readFile(join(folder, name));
    const projectId = await openProject(state, `PLAN-${randomUUID().slice(0, 8)}`, name);
    const started = performance.now();
    const report = await sendPlan(state, projectId, name, content);
    const counted = countElements(content.toString('latin1'));
    for (const kind of ['tasks', 'links', 'resources', 'assignments'] as const) {
      hold(
        report.inFile[kind] === counted[kind],
        `${name}: ${counted[kind]} ${kind} are in the file; the report says ${report.inFile[kind]}`,
      );
    }
    const { inFile, read, datesCompared, datesEqual } = report;
    files.push({
      name,
      inFile,
      read,
      notes: report.notes.length,
      datesCompared,
      datesEqual,
      ms: Math.round(performance.now() - started),
    });
  }
  return { real: files };
}

/** The file's own elements, counted without reading it as XML. */
function countElements(xml: string): Counts {
  const count = (pattern: RegExp): number => xml.match(pattern)?.length ?? 0;
  return {
    tasks: count(/<Task>/g),
    links: count(/<PredecessorLink>/g),
    resources: count(/<Resource>/g),
    assignments: count(/<Assignment>/g),
  };
}

async function openProject(state: SmokeState, code: string, name: string): Promise<string> {
  const { id } = await state.as('anna.meyer').command<{ id: string }>('POST', '/v1/projects', {
    code,
    name,
    portfolio: 'Smoke run',
    stage: 'delivery',
    phases: [],
    currency: 'EUR',
  });
  return id;
}

function sendPlan(
  state: SmokeState,
  projectId: string,
  fileName: string,
  content: Buffer,
): Promise<PlanReport> {
  return state.as('anna.meyer').command('POST', `/v1/projects/${projectId}/plan-imports`, {
    fileName,
    contentBase64: content.toString('base64'),
  });
}
