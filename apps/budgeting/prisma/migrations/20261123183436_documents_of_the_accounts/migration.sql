ALTER TABLE "commitment" ADD COLUMN     "requisition_id" TEXT;

ALTER TABLE "fiscal_calendar" ADD COLUMN     "late_posting" TEXT NOT NULL DEFAULT 'refuse';

ALTER TABLE "journal_entry" ADD COLUMN     "document_on" CHAR(10);

ALTER TABLE "waiting_cost" ADD COLUMN     "awaits" TEXT,
ADD COLUMN     "sentence" TEXT;

CREATE TABLE "accrual" (
    "entry_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "reverses_on" CHAR(10) NOT NULL,

    CONSTRAINT "accrual_pkey" PRIMARY KEY ("entry_id")
);

CREATE INDEX "accrual_reverses_on_idx" ON "accrual"("reverses_on");

CREATE INDEX "commitment_project_id_requisition_id_idx" ON "commitment"("project_id", "requisition_id");

CREATE INDEX "journal_entry_commitment_id_idx" ON "journal_entry"("commitment_id");

ALTER TABLE "fiscal_calendar" ADD CONSTRAINT "fiscal_calendar_late_posting_known" CHECK (
    "late_posting" IN ('refuse', 'next-open')
);

-- An accrual stays in its period and is taken back in the next one, where nothing was accrued before.
ALTER TABLE "account_balance" DROP CONSTRAINT "account_balance_not_overdrawn";
ALTER TABLE "account_balance" ADD CONSTRAINT "account_balance_not_overdrawn" CHECK (
    "account_kind" IN ('budget', 'actual', 'accrued') OR "balance_minor" >= 0
);
