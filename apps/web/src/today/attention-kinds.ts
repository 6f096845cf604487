import type { AttentionLine } from '@meridian/contracts-reporting';
import type { SectionId } from '../project/sections.js';

interface AttentionKind {
  readonly word: string;
  readonly action: string;
  /** The section of the project page where the line is settled. */
  readonly section: SectionId;
}

export const attentionKinds: Record<AttentionLine['kind'], AttentionKind> = {
  decision: { word: 'Decide', action: 'Review', section: 'governance' },
  gate: { word: 'Gate', action: 'Open gate', section: 'governance' },
  budget: { word: 'Budget', action: 'See forecast', section: 'money' },
  capacity: { word: 'Capacity', action: 'See people', section: 'people' },
  milestone: { word: 'Milestone', action: 'See checks', section: 'quality' },
  status: { word: 'Status', action: 'Open project', section: 'overview' },
};
