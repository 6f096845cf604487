import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireManager } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { DocumentPosted, PostDocument } from '@meridian/contracts-budgeting';
import { minorFromWire, requireSameCurrency } from '@meridian/money';
import { exceptionFor, requireEnough } from '../domain/cost/budget-exception.js';
import { keyOfOrder } from '../domain/cost/cost-document.js';
import { atOrderPrice, commandOfPosting } from '../domain/cost/posted-document.js';
import type { PostedDocument } from '../domain/cost/posted-document.js';
import { requireMatched } from '../domain/cost/invoice-match.js';
import type { OrderTerms } from '../domain/cost/invoice-match.js';
import { WHOLE } from '../domain/ledger/account.js';
import { balanceOnWire } from '../domain/ledger/balance-on-wire.js';
import { budgetIn, commitmentIn, projectPosition } from '../domain/ledger/ledger.js';
import { balancesTouched } from '../domain/ledger/touched.js';
import { dayToPost } from '../domain/ledger/late-posting.js';
import { dayNumber } from '../domain/plan/calendar-day.js';
import { openBooks } from '../persistence/books.js';
import type { Books } from '../persistence/books.js';
import { answerClosing } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';
import { lockException, useException } from '../persistence/budget-exceptions.js';
import { keepAccrual } from '../persistence/accruals.js';
import { postAwaiting } from '../persistence/post-documents.js';
import { postEntry } from '../persistence/post-entry.js';
import type { PostedEntry } from '../persistence/post-entry.js';
import { reportMoney } from '../persistence/status.js';
import type { ProjectRow } from '../persistence/waiting-costs.js';
import { keepTerms, termsOf } from '../persistence/order-terms.js';
import { lapseExpired } from '../persistence/lapses.js';
import { today } from '../persistence/work.js';
import { personOf } from '../access/person-of.js';
import { mayTellOverrun, positionsTold, tellingNoBalance } from '../access/told-balances.js';
import { requireApproved, warningOf } from './post-requested.js';

/** Posts a document of the accounts by hand. Whatever it needs is looked up and taken under the lock of its project. */
@Controller()
export class PostDocumentCommand {
  @Answers(PostDocument)
  handle(@Payload() request: PostDocument, @Ctx() call: Call<Tx>): Promise<DocumentPosted> {
    return tellingNoBalance(call, () => this.post(request, call));
  }

  private async post(request: PostDocument, call: Call<Tx>): Promise<DocumentPosted> {
    const { tx } = call;
    const { projectId, orderId, currency } = request;
    const project = await tx.project.findUnique({ where: { projectId } });
    requireManager(call.claims, project);
    dayNumber(request.postedOn);
    const wanted = { currency, projectIds: [projectId], commitmentIds: orderId ? [orderId] : [] };
    const opened = await openBooks(tx, { ...wanted, reservationIds: reservationsNamed(request) });
    const budget = opened.budgets.get(projectId);
    if (budget) requireSameCurrency({ currency: requireApproved(budget) }, request);
    const books = { ...opened, ledger: await lapseExpired(call, opened.ledger, projectId) };

    const isOfOrder = request.documentKind === 'receipt' || request.documentKind === 'invoice';
    const terms = isOfOrder && orderId ? await termsOf(tx, projectId, orderId) : undefined;
    const document = this.documentOf(request, books);
    const unmatched = document.kind === 'invoice' ? this.match(document, terms, books) : [];
    const { postedOn, reference, decision } = request;
    const on = dayToPost(budgetIn(books.ledger, document.budgetId), postedOn);
    const by = personOf(call.claims);
    const leave = request.exception === undefined ? null : await lockException(tx, request.exception);
    const { toBudgetId: budgetId = document.budgetId } = document;
    const exception = exceptionFor(leave, { budgetId, currency, today: today(call) });
    const command = commandOfPosting(
      { ...document, exception },
      { entryId: call.newId(), on, currency, reference, by, decision },
      terms,
    );
    const documentOn = on === postedOn ? undefined : postedOn;
    const posted = await postEntry(call, books, command, { projectId, documentOn });
    if (leave && exception !== undefined && posted.overrun) {
      requireEnough(leave, posted.overrun, currency);
      await useException(tx, leave, posted.entry.entryId);
    }
    if (document.kind === 'accrual')
      await keepAccrual(tx, posted.entry, budgetIn(books.ledger, document.budgetId), request.reversesOn);
    if (document.kind === 'order' && orderId !== undefined)
      await this.postAwaiting(call, project, orderId, posted);
    const agreed = document.kind === 'order' ? termsAgreed(request) : undefined;
    if (agreed) await keepTerms(tx, projectId, orderId ?? '', agreed);
    await answerClosing(call, projectId);
    const touched = balancesTouched(posted.ledger, posted.entry).at(-1);
    const { nodeId = projectId, period = WHOLE } = touched ?? {};
    const tell = await positionsTold(call, [projectId]);
    const position = tell(touched?.position ?? projectPosition(posted.ledger, projectId), nodeId, period);
    const warnings = [
      ...unmatched.map((mismatch) => `The invoice does not match its order: ${mismatch}.`),
      ...(documentOn === undefined
        ? []
        : [`The fiscal period of ${documentOn} is closed: it counts for ${on}.`]),
      ...(posted.overrun ? [warningOf(posted.overrun, currency, mayTellOverrun(call, budget))] : []),
    ];
    return {
      entryId: posted.entry.entryId,
      balance: balanceOnWire(nodeId, position, period),
      ...(warnings.length === 0 ? {} : { warning: warnings.join(' ').slice(0, 500) }),
    };
  }

  /** What the accounts sent for an order that was not known is posted when it is placed by hand. */
  private async postAwaiting(
    call: Call<Tx>,
    project: ProjectRow | null,
    orderId: string,
    { budget }: PostedEntry,
  ): Promise<void> {
    if (!budget || !project) return;
    const change = await postAwaiting(call, project, budget, [keyOfOrder(orderId)]);
    if (Object.keys(change).length > 0) await reportMoney(call, budget, change);
  }

  /** Documents of an order belong to the budget of their order, whatever they say. */
  private documentOf(request: PostDocument, { ledger }: Books): PostedDocument {
    const { documentKind: kind, projectId, orderId, amountMinor, unitPriceMinor } = request;
    const order = orderId === undefined ? undefined : ledger.commitments.get(orderId);
    const requisition = ledger.reservations?.get(request.requisitionId ?? '');
    const own = kind === 'order' ? requisition?.budgetId : order?.budgetId;
    const budgetId = own ?? request.nodeId ?? projectId;
    for (const id of [budgetId, request.toNodeId ?? projectId]) budgetIn(ledger, id);
    return {
      kind,
      budgetId,
      toBudgetId: request.toNodeId,
      orderId,
      requisitionId: request.requisitionId,
      amountMinor: amountMinor === undefined ? undefined : minorFromWire(amountMinor),
      quantity: request.quantity,
      unitPriceMinor: unitPriceMinor === undefined ? undefined : minorFromWire(unitPriceMinor),
      isFinal: request.isFinal,
      expiresOn: request.expiresOn,
      exception: request.exception,
    };
  }

  private match(document: PostedDocument, terms: OrderTerms | undefined, { ledger }: Books) {
    const { orderId, amountMinor, exception } = document;
    if (orderId === undefined || amountMinor === undefined || terms === undefined) return [];
    const atOrderPriceMinor = atOrderPrice(document, terms);
    return requireMatched(commitmentIn(ledger, orderId), terms, {
      amountMinor,
      atOrderPriceMinor,
      exception,
    });
  }
}

/** A requisition's own id, or the one that an order uses. */
function reservationsNamed({ documentKind, orderId, requisitionId }: PostDocument): readonly string[] {
  const isOfRequisition = documentKind === 'requisition' || documentKind === 'withdrawal';
  return [isOfRequisition ? orderId : undefined, requisitionId].flatMap((id) => id ?? []);
}

/** An order of which nothing was agreed is held against what is available only. */
function termsAgreed(request: PostDocument): OrderTerms | undefined {
  const { match, unitPriceMinor, priceTolerancePercent } = request;
  if (match === undefined && unitPriceMinor === undefined && priceTolerancePercent === undefined)
    return undefined;
  return {
    match: match ?? 'two-way',
    unitPriceMinor: unitPriceMinor === undefined ? undefined : minorFromWire(unitPriceMinor),
    priceTolerancePercent: priceTolerancePercent ?? '0',
  };
}
