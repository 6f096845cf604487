import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hold, type Figures, type SmokeState } from './smoke-step.js';

interface ImportReport {
  readonly rowsRead: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly keptAsHistory: number;
  readonly unreadable: readonly { readonly line: number; readonly column: string; readonly reason: string }[];
}

/** Columns of the government's major projects list; the run's own list uses the same. */
const MAPPING = fileURLToPath(
  new URL('../../../../apps/projects/mappings/government-major-projects.json', import.meta.url),
);
const HEADER = 'project_id,project,department,category,year,cost_m,variance_pct,duration_months,rating';
const FIRST = [
  HEADER,
  'SMK_1,Harbour bridge,DFT,Infrastructure,2024-25,558.0,12.79,179.0,AMBER',
  'SMK_2,"Payroll, renewed",HMRC,ICT,2024-25,42.12,,68.9,',
  'SMK_3,Grid upgrade,DESNZ,Infrastructure,2024-25,twelve,0,60,GREEN',
  'SMK_4,Coast watch,MOD,Military,2024-25,31.5,0,62.9,PURPLE',
].join('\n');
const LATER = [HEADER, 'SMK_1,Harbour bridge,DFT,Infrastructure,2025-26,601.5,3.1,183.0,RED'].join('\n');

/** 1. A portfolio list: bad rows are listed, good ones go in, the same file again changes nothing, a later one updates. */
export async function importPortfolio(state: SmokeState): Promise<Figures> {
  const mapping = JSON.parse(await readFile(MAPPING, 'utf8')) as unknown;
  const send = (fileName: string, content: Buffer): Promise<ImportReport> =>
    state.as('anna.meyer').command('POST', '/v1/portfolio-imports', {
      fileName,
      contentBase64: content.toString('base64'),
      mapping,
      portfolio: 'Smoke run',
    });

  const first = await send('first.csv', Buffer.from(FIRST));
  hold(
    first.added === 2 && first.unreadable.length === 2,
    `2 rows go in and 2 are listed; got ${JSON.stringify(first)}`,
  );
  hold(
    first.unreadable.every((row) => row.line > 1 && row.column !== '' && row.reason !== ''),
    'every unreadable row names line, column and reason',
  );
  const again = await send('first.csv', Buffer.from(FIRST));
  hold(
    again.added === 0 && again.updated === 0 && again.unchanged === 2,
    'the same file again changes nothing',
  );
  const later = await send('later.csv', Buffer.from(LATER));
  hold(later.updated === 1 && later.added === 0, 'a later snapshot updates');
  const list = await state
    .as('anna.meyer')
    .get<{ projects: { projectId: string }[] }>('/v1/projects?text=Harbour');
  const page = await state
    .as('anna.meyer')
    .get<{ project: { history: unknown[] } }>(`/v1/projects/${list.projects[0]?.projectId}`);
  hold(page.project.history.length === 2, 'a later snapshot keeps the earlier one as history');
  return {
    own: { added: first.added, unreadable: first.unreadable.length },
    ...(await realList(state, send)),
  };
}

async function realList(
  state: SmokeState,
  send: (name: string, content: Buffer) => Promise<ImportReport>,
): Promise<Figures> {
  if (state.target.corpusDir === undefined) return {};
  state.target.progress('a real portfolio of 402 rows');
  const content = await readFile(join(state.target.corpusDir, 'gmpp', 'gmpp.csv'));
  const started = performance.now();
  const first = await send('gmpp.csv', content);
  const ms = Math.round(performance.now() - started);
  hold(first.rowsRead === 402, `all 402 rows are read; got ${first.rowsRead}`);
  const again = await send('gmpp.csv', content);
  hold(again.added === 0 && again.updated === 0, 'the real list again changes nothing');
  const { added, updated, unchanged, keptAsHistory, unreadable } = first;
  return {
    real: { rowsRead: 402, added, updated, unchanged, keptAsHistory, unreadable: unreadable.length, ms },
  };
}
