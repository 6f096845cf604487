import type { ScoringCandidate } from '@meridian/contracts-budgeting';
import type { Read } from '../scenarios/rule-lines.js';

/**
 * Candidates as they are typed or pasted: a code and a name a line; the code of a recorded project links to it.
 *
 * @param projects ids by code
 */
export function readCandidates(
  text: string,
  projects: ReadonlyMap<string, string>,
): Read<readonly ScoringCandidate[]> {
  const candidates: ScoringCandidate[] = [];
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [, code = '', name = ''] = /^\s*(\S+)\s+(.+)$/.exec(line) ?? [];
    if (!/^[\w.-]{1,60}$/.test(code) || name.trim() === '')
      return {
        problem: `“${line.trim()}” is no candidate; write a code and a name, as “CRM-03 Customer portal”.`,
      };
    if (candidates.some(({ candidateId }) => candidateId === code))
      return { problem: `${code} stands there twice.` };
    const projectId = projects.get(code);
    candidates.push({ candidateId: code, name: name.trim(), ...(projectId ? { projectId } : {}) });
  }
  return candidates.length === 0 ? { problem: 'There is no candidate to score.' } : { value: candidates };
}
