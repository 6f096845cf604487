-- An exception may have a last day; documents that wait are tried again by hand, and who did is kept.
ALTER TABLE "budget_exception"
    ADD COLUMN "valid_through" CHAR(10),
    ADD COLUMN "expired_at" TIMESTAMPTZ(3),
    ADD CONSTRAINT "budget_exception_expired" CHECK ("expired_at" IS NULL OR ("valid_through" IS NOT NULL AND "state" IN ('asked', 'approved')));

CREATE INDEX "budget_exception_ending" ON "budget_exception"("valid_through")
    WHERE "expired_at" IS NULL AND "state" IN ('asked', 'approved');

CREATE TABLE "waiting_retry" (
    "retry_id" UUID NOT NULL,
    "document_key" TEXT NOT NULL,
    "retried_at" TIMESTAMPTZ(3) NOT NULL,
    "retried_by" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "outcome" TEXT NOT NULL CHECK ("outcome" IN ('posted', 'waiting')),
    "reason" TEXT,

    CONSTRAINT "waiting_retry_pkey" PRIMARY KEY ("retry_id"),
    CONSTRAINT "waiting_retry_reason" CHECK (("outcome" = 'waiting') = ("reason" IS NOT NULL))
);

CREATE INDEX "waiting_retry_document_key_retried_at_idx" ON "waiting_retry"("document_key", "retried_at");
