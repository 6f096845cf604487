import type {
  EarnedValueMethodList,
  EarnedValueMethodListV2,
  EarnedValueMethodSetV2,
} from '@meridian/contracts-budgeting';
import { isReported } from '../domain/plan/task-earning.js';
import type { EarningRule } from '../domain/plan/task-earning.js';
import type { Tx } from './database.js';
import type { EarningRule as EarningRuleRow, Prisma } from './generated/client.js';

/** The latest rule of each part of a plan. */
export async function rulesInForce(tx: Tx, projectId: string): Promise<readonly EarningRule[]> {
  const rows = await tx.earningRule.findMany({
    where: { projectId },
    orderBy: [{ wbs: 'asc' }, { version: 'desc' }],
    distinct: ['wbs'],
  });
  return rows.map(ruleOf);
}

export async function saveRule(
  tx: Tx,
  {
    parameters,
    asOf,
    ...rule
  }: Omit<EarningRuleRow, 'parameters' | 'asOf'> & {
    readonly parameters: Readonly<Record<string, unknown>> | undefined;
    readonly asOf: string | undefined;
  },
): Promise<void> {
  const json = parameters as Prisma.InputJsonObject | undefined;
  await tx.earningRule.create({
    data: { ...rule, asOf: asOf ?? null, ...(json === undefined ? {} : { parameters: json }) },
  });
}

function ruleOf({
  wbs,
  method,
  parameters,
}: Pick<EarningRuleRow, 'wbs' | 'method' | 'parameters'>): EarningRule {
  return { wbs, method, ...(parameters as object | null) } as EarningRule;
}

export async function earningRules(
  tx: Pick<Tx, 'earningRule'>,
  projectId: string,
): Promise<EarnedValueMethodListV2> {
  const rows = await tx.earningRule.findMany({
    where: { projectId },
    orderBy: [{ wbs: 'asc' }, { version: 'desc' }],
  });
  return {
    projectId,
    methods: rows.map(({ wbs, version, method, parameters, asOf, reason, setBy, setAt }) => ({
      wbs,
      version,
      method: method as EarnedValueMethodSetV2['method'],
      ...(parameters as Pick<EarnedValueMethodSetV2, 'milestones'> | null),
      ...(asOf === null ? {} : { asOf }),
      reason,
      setBy,
      setAt: setAt.toISOString(),
    })),
  };
}

/** The settings that follow from the percentage reported, for whoever knows no others. */
export function reportedMethods({ projectId, methods }: EarnedValueMethodListV2): EarnedValueMethodList {
  return {
    projectId,
    methods: methods.flatMap(({ wbs, version, method, reason, setBy, setAt }) =>
      isReported(method) ? [{ wbs, version, method, reason, setBy, setAt }] : [],
    ),
  };
}
