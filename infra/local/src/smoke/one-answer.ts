import { eventually } from '../demonstration/eventually.js';
import { hold, type Figures, type SmokeState } from './smoke-step.js';

interface Page {
  readonly [part: string]: unknown;
  readonly missing: readonly { readonly part: string; readonly service: string; readonly reason: string }[];
}

const PROJECT_PARTS = ['project', 'plan', 'money', 'people', 'quality', 'governance', 'status'];
const PORTFOLIO_PARTS = ['health', 'attention', 'money', 'schedule', 'capacity', 'quality', 'decisions'];
const DOWN = 'resourcing';

/** 6. One answer for a project and one for the portfolio; a service that is down is named, the rest is there. */
export async function oneAnswer(state: SmokeState): Promise<Figures> {
  const sam = state.as('sam.rossi');
  const project = (): Promise<Page> => sam.get<Page>(`/v1/projects/${state.projectId}`);
  const portfolio = (): Promise<Page> => sam.get<Page>('/v1/portfolio');
  const isWhole = (page: Page): boolean => page.missing.length === 0;

  const [onePage, allPage] = [await timed(project), await timed(portfolio)];
  hold(isWhole(onePage.answer) && hasParts(onePage.answer, PROJECT_PARTS), 'the project page has every part');
  hold(
    isWhole(allPage.answer) && hasParts(allPage.answer, PORTFOLIO_PARTS),
    'the portfolio page has every part',
  );

  await state.target.stopService(DOWN);
  const partial = { project: await project(), portfolio: await portfolio() };
  hold(
    namesOnly(partial.project, 'people') && namesOnly(partial.portfolio, 'capacity'),
    `the pages name ${DOWN} as missing and show the rest`,
  );
  await state.target.startService(DOWN);
  await eventually(
    async () => [await project(), await portfolio()],
    (pages) => pages.every(isWhole),
  );
  return { projectMs: onePage.ms, portfolioMs: allPage.ms, whileDown: partial.project.missing };
}

function hasParts(page: Page, parts: readonly string[]): boolean {
  return parts.every((part) => page[part] !== null && page[part] !== undefined);
}

function namesOnly(page: Page, part: string): boolean {
  return (
    page.missing.length === 1 &&
    page.missing[0]?.part === part &&
    page.missing[0].service === DOWN &&
    page[part] === null
  );
}

async function timed(ask: () => Promise<Page>): Promise<{ answer: Page; ms: number }> {
  await ask();
  const started = performance.now();
  return { answer: await ask(), ms: Math.round(performance.now() - started) };
}
