import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const MAPPING = fileURLToPath(
  new URL('../../../../apps/projects/mappings/government-major-projects.json', import.meta.url),
);
const HEADER = 'project_id,project,department,category,year,cost_m,variance_pct,duration_months,rating';
const RATINGS = ['RED', 'AMBER', 'GREEN'];

/** A portfolio list with so many projects, as a body for the import. */
export async function portfolioList(projects: number, portfolio: string): Promise<object> {
  const rows = Array.from({ length: projects }, (_, index) => {
    const cost = (10 + (index % 97) * 3.7).toFixed(2);
    return `LST_${index},Listed project ${index},Department ${index % 12},ICT,2024-25,${cost},1.5,${24 + (index % 60)},${RATINGS[index % 3]}`;
  });
  return {
    fileName: 'list.csv',
    contentBase64: Buffer.from([HEADER, ...rows].join('\n')).toString('base64'),
    mapping: JSON.parse(await readFile(MAPPING, 'utf8')) as unknown,
    portfolio,
  };
}
