import { eventually } from '../demonstration/eventually.js';
import { hold, type Figures, type SmokeState } from './smoke-step.js';

interface Page {
  readonly plan: {
    readonly tasks: readonly {
      readonly taskId: string;
      readonly isMilestone: boolean;
      readonly isSummary: boolean;
    }[];
  } | null;
  readonly money: {
    readonly budgetAtCompletionMinor?: string;
    readonly committedMinor?: string;
    readonly actualMinor?: string;
  } | null;
  readonly people: {
    readonly bookings: readonly { readonly state: string; readonly personName: string }[];
    readonly overloads: readonly { readonly name: string; readonly peakPercent: number }[];
  } | null;
}

/** 3. A budget from cost lines; cost as ERP events and by hand; people as HR events; bookings and overloads. */
export async function moneyAndPeople(state: SmokeState): Promise<Figures> {
  const { projectId } = state;
  const anna = state.as('anna.meyer');
  const page = (): Promise<Page> => anna.get<Page>(`/v1/projects/${projectId}`);
  const planned = await eventually(page, (p) => (p.plan?.tasks.length ?? 0) > 0);
  const leaf = planned.plan?.tasks.find((task) => !task.isMilestone && !task.isSummary);
  const budget = {
    currency: 'EUR',
    lines: [
      { name: 'People', category: 'labour', amountMinor: '60000000' },
      { name: 'Licences', category: 'external', amountMinor: '40000000', taskId: leaf?.taskId },
    ],
    tolerancePercent: 10,
    policy: 'hard-stop',
    decision: 'Smoke run',
  };
  await state
    .as('sam.rossi')
    .command('PUT', `/v1/projects/${projectId}/budget`, budget, { 'If-Match': '"0"' });
  await anna.command('POST', `/v1/projects/${projectId}/actual-costs`, {
    amountMinor: '5000000',
    currency: 'EUR',
    postedOn: state.target.today,
    reference: 'by hand',
  });
  await outsideEvents(state);

  const paid = await eventually(
    page,
    (p) => p.money?.actualMinor === '15000000' && p.money.committedMinor === '5000000',
  );
  hold(paid.money?.budgetAtCompletionMinor === '100000000', 'the budget is the sum of its lines');
  const staffed = await eventually(
    page,
    (p) => p.people?.bookings.some((booking) => booking.state === 'booked') ?? false,
  );
  const overloaded = await eventually(page, (p) => (p.people?.overloads.length ?? 0) > 0);
  return {
    budgetMinor: paid.money.budgetAtCompletionMinor,
    committedMinor: paid.money.committedMinor,
    actualMinor: paid.money.actualMinor,
    booked: staffed.people?.bookings.filter((booking) => booking.state === 'booked').length,
    overloads: overloaded.people?.overloads.map(({ name, peakPercent }) => ({ name, peakPercent })),
  };
}

/** An order of 150,000, an invoice over 100,000 of it; two people of the plan are hired, one of them works half time. */
async function outsideEvents(state: SmokeState): Promise<void> {
  const { projectCode, target } = state;
  const send = (
    id: string,
    source: string,
    type: string,
    data: Record<string, unknown>,
  ): Promise<{ verdict: string }> =>
    state.as('anna.meyer').command('POST', '/v1/connectors/events', {
      specversion: '1.0',
      id: `${projectCode}-${id}`,
      source,
      type,
      data,
    });
  const cost = { projectCode, currency: 'EUR', documentDate: target.today, postingDate: target.today };
  const order = `PO-${projectCode}`;
  await send('1', '/smoke/erp', 'erp.commitment.recorded.v1', {
    ...cost,
    orderNumber: order,
    documentNumber: order,
    amount: '150000.00',
  });
  const invoice = { ...cost, orderNumber: order, documentNumber: `INV-${projectCode}`, amount: '100000.00' };
  const first = await send('2', '/smoke/erp', 'erp.invoice.posted.v1', invoice);
  const twice = await send('2', '/smoke/erp', 'erp.invoice.posted.v1', invoice);
  hold(
    first.verdict === 'accepted' && twice.verdict === 'duplicate',
    'an ERP event sent twice is taken once',
  );
  for (const [number, name] of [
    ['2001', 'Ines Moreau'],
    ['2002', 'Ole Lindqvist'],
  ] as const) {
    const email = `${name.toLowerCase().replace(' ', '.')}@meridian.example`;
    const worker = {
      employeeNumber: `E-${number}`,
      name,
      email,
      role: 'Analyst',
      orgUnit: 'Finance',
      effectiveOn: '2020-01-01',
    };
    await send(`hired-${number}`, '/smoke/hr', 'hr.worker.hired.v1', worker);
  }
  await send('changed', '/smoke/hr', 'hr.worker.changed.v1', {
    employeeNumber: 'E-2001',
    ftePercent: 50,
    effectiveOn: '2020-02-01',
  });
  await send('changed-2', '/smoke/hr', 'hr.worker.changed.v1', {
    employeeNumber: 'E-2002',
    ftePercent: 50,
    effectiveOn: '2020-02-01',
  });
}
