import type { AttentionKind, Severity } from '../domain/attention.js';
import type { Tx } from './database.js';
import type { AttentionRow } from './rows.js';

/** An open line of "Needs you today"; null when it is not open. */
export async function attentionLine(tx: Tx, attentionId: string): Promise<AttentionRow | null> {
  const row = await tx.attention.findUnique({ where: { attentionId } });
  return row && { ...row, kind: row.kind as AttentionKind, severity: row.severity as Severity };
}
