import type { PortfolioMoneyFigures } from '@meridian/contracts-budgeting';
import type { InboundPage } from '@meridian/contracts-connectors';
import type { ProjectPage as ProjectList } from '@meridian/contracts-projects';
import type { PeoplePage } from '@meridian/contracts-resourcing';
import type { OpenedProject, ProjectPage } from '../house/open-project.js';
import type { TrialHouse } from '../house/trial-house.js';
import type { CommandLog, Invocation } from './command-log.js';
import { differ, lastStands, sameCount, sameOnce, sameSum } from './deviation.js';
import type { Deviation } from './deviation.js';

export interface Ended {
  readonly trial: TrialHouse;
  readonly log: CommandLog;
  readonly built: OpenedProject;
  readonly invoiced: OpenedProject;
}

interface Paged {
  readonly nextCursor?: string;
}

/**
 * Compares what the client was told with what the product shows, through its public API alone. A deviation is
 * something acknowledged that is not there, is there twice or in another order, or figures that disagree.
 */
export async function deviations(ended: Ended): Promise<readonly Deviation[]> {
  const { trial, built, invoiced } = ended;
  const anna = trial.as('anna.meyer');
  const [page, other] = await Promise.all(
    [built, invoiced].map(({ projectId }) => anna.get<ProjectPage>(`/v1/projects/${projectId}`)),
  );
  if (page === undefined || other === undefined) return differ('pages', 2, 0);
  return [
    ...[...page.missing, ...other.missing].flatMap(({ part }) => differ(`part ${part}`, 'there', 'missing')),
    ...orderIsKept(ended),
    ...progressIsThere(ended, page),
    ...checksAreThere(ended, page),
    ...ledgersAreExact(ended, page, other),
    ...figuresAgree(built, page),
    ...figuresAgree(invoiced, other),
    ...(await portfolioAgrees(trial, [page, other])),
    ...(await listsAreThere(ended, page)),
  ];
}

/** Each report raised the task's version by one, and the last one stands. */
function progressIsThere({ log, built }: Ended, page: ProjectPage): Deviation[] {
  return built.tasks.flatMap((before) => {
    const reports = log.done('progress').filter(({ path }) => path.includes(before.taskId));
    const task = page.plan?.tasks.find(({ taskId }) => taskId === before.taskId);
    return [
      ...sameCount(`reports on ${before.name}`, before.version + reports.length, task?.version),
      ...lastStands(
        `percent of ${before.name}`,
        reports.at(-1)?.answer['percentComplete'] ?? before.percentComplete,
        task?.percentComplete,
      ),
    ];
  });
}

/** One client reports on a task, one after the other: each acknowledged version is the one after the version before. */
function orderIsKept({ log, built }: Ended): Deviation[] {
  return built.tasks.flatMap((task) =>
    log
      .done('progress')
      .filter(({ path }) => path.includes(task.taskId))
      .flatMap(({ answer }, index) =>
        lastStands(`report ${index + 1} on ${task.name}`, task.version + index + 1, answer['taskVersion']),
      ),
  );
}

/** Each decision raised the check's version by one; a refused one did not; the last evidence stands. */
function checksAreThere({ log }: Ended, page: ProjectPage): Deviation[] {
  const checks = page.quality?.milestones.flatMap((milestone) => milestone.checks) ?? [];
  const decided = byCheck(log.done('check'));
  const added = log.done('new check').map(({ body }) => titleOf(body));
  const shown = checks.map(({ title }) => title).filter((title) => /^Check \d+$/.test(title));
  return [
    ...[...decided].flatMap(([checkId, decisions]) => {
      const check = checks.find((one) => one.checkId === checkId);
      const last = decisions.at(-1)?.body as { readonly evidence?: string };
      return [
        ...sameCount(`decisions on check ${checkId}`, 1 + decisions.length, check?.version),
        ...lastStands(`evidence of check ${checkId}`, last.evidence, check?.evidence),
      ];
    }),
    ...sameOnce('added checks', added, shown),
  ];
}

/** What was spent is the sum of what was acknowledged, to the minor unit. */
function ledgersAreExact(
  { log, built, invoiced }: Ended,
  page: ProjectPage,
  other: ProjectPage,
): Deviation[] {
  const byHand = sum(
    log.done('cost').map(({ body }) => BigInt((body as { amountMinor: string }).amountMinor)),
  );
  const invoices = sum(log.done('invoice').map((one) => invoiceMinor(one)));
  const references = page.money?.recentPostings.map(({ reference }) => reference) ?? [];
  return [
    ...sameSum(`actual cost of ${built.code}`, byHand, page.money?.actualMinor),
    ...sameSum(`actual cost of ${invoiced.code}`, invoices, other.money?.actualMinor),
    ...differ('postings shown once', new Set(references).size, references.length),
  ];
}

/** Earned value follows from budget and progress, and reporting says what budgeting says. */
function figuresAgree(
  { code, tasks, budgetsMinor }: OpenedProject,
  { plan, money, status }: ProjectPage,
): Deviation[] {
  const earned = tasks.map((task, index) => {
    const percent = plan?.tasks.find(({ taskId }) => taskId === task.taskId)?.percentComplete ?? 0;
    const scaled = (budgetsMinor[index] ?? 0n) * BigInt(percent);
    return (scaled + 50n) / 100n; // half up, once per task
  });
  const line = status?.status;
  return [
    ...differ(`budget of ${code}`, String(sum(budgetsMinor)), money?.budgetAtCompletionMinor),
    ...differ(`earned value of ${code}`, String(sum(earned)), money?.evMinor),
    ...differ(`reported budget of ${code}`, money?.budgetAtCompletionMinor, line?.bacMinor),
    ...differ(`reported cost of ${code}`, money?.actualMinor, line?.acMinor),
    ...differ(`reported forecast of ${code}`, money?.eacMinor, line?.eacMinor),
    ...differ(`reported CPI of ${code}`, money?.cpi, line?.cpi),
    ...differ(`reported SPI of ${code}`, money?.spi, line?.spi),
    ...differ(`reported percent of ${code}`, money?.percentComplete, line?.percentComplete),
  ];
}

async function portfolioAgrees(trial: TrialHouse, pages: readonly ProjectPage[]): Promise<Deviation[]> {
  const { money } = await trial
    .as('anna.meyer')
    .get<{ money: PortfolioMoneyFigures | null }>('/v1/portfolio');
  const total = money?.totals.find(({ currency }) => currency === 'EUR');
  const of = (field: 'evMinor' | 'actualMinor') =>
    String(sum(pages.map((page) => BigInt(page.money?.[field] ?? 0))));
  return [
    ...differ('earned value of the portfolio', of('evMinor'), total?.evMinor),
    ...differ('actual cost of the portfolio', of('actualMinor'), total?.acMinor),
    ...differ('costs without a project', 0, money?.uncoded.length),
  ];
}

/** Projects, people, decisions and ERP documents: each acknowledged one is in its list once, and nothing else is. */
async function listsAreThere({ trial, log, built }: Ended, page: ProjectPage): Promise<Deviation[]> {
  const projects = await wholeList<ProjectList>(trial, '/v1/projects?limit=200&portfolio=Ideas');
  const people = await wholeList<PeoplePage>(trial, '/v1/people?limit=200&text=Worker');
  const inbound = await wholeList<InboundPage>(trial, '/v1/connectors/events?limit=200');
  const codes = projects.flatMap((list) => list.projects.map(({ code }) => code));
  const numbers = people.flatMap((list) => list.people.map(({ employeeNumber }) => employeeNumber));
  const documents = inbound.flatMap(({ records }) => records.map(({ id, verdict }) => `${id} ${verdict}`));
  const decisions = page.governance?.decisions.filter(({ projectId }) => projectId === built.projectId) ?? [];
  const told = (kind: string, field: string) =>
    log.done(kind).map(({ body }) => String((body as Readonly<Record<string, unknown>>)[field]));
  return [
    ...sameOnce('projects', told('project', 'code'), codes),
    ...sameOnce('people', told('person', 'employeeNumber'), numbers),
    ...sameOnce(
      'ERP documents',
      told('invoice', 'id').map((id) => `${id} accepted`),
      documents,
    ),
    ...sameOnce(
      'decisions',
      told('decision', 'title'),
      decisions.map(({ title }) => title),
    ),
  ];
}

async function wholeList<P extends Paged>(trial: TrialHouse, path: string): Promise<readonly P[]> {
  const pages: P[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined; cursor = pages.at(-1)?.nextCursor) {
    const next = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    pages.push(await trial.as('anna.meyer').get<P>(`${path}${next}`));
  }
  return pages;
}

function byCheck(decisions: readonly Invocation[]): ReadonlyMap<string, readonly Invocation[]> {
  const found = new Map<string, Invocation[]>();
  for (const decision of decisions) {
    const checkId = decision.path.split('/')[3] ?? '';
    found.set(checkId, [...(found.get(checkId) ?? []), decision]);
  }
  return found;
}

function titleOf(body: object): string {
  return (body as { readonly title: string }).title;
}

function invoiceMinor({ body }: Invocation): bigint {
  const { amount } = (body as { readonly data: { readonly amount: string } }).data;
  return BigInt(amount.replace('.', ''));
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((all, amount) => all + amount, 0n);
}
