CREATE TABLE "budget_exception" (
    "exception_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "node_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decision" TEXT,
    "used_by_entry_id" UUID,

    CONSTRAINT "budget_exception_pkey" PRIMARY KEY ("exception_id")
);

CREATE UNIQUE INDEX "budget_exception_used_by_entry_id_key" ON "budget_exception"("used_by_entry_id");

CREATE INDEX "budget_exception_project_id_asked_at_idx" ON "budget_exception"("project_id", "asked_at");

ALTER TABLE "budget_exception"
    ADD CONSTRAINT "budget_exception_state_known" CHECK ("state" IN ('asked', 'approved', 'rejected', 'used')),
    ADD CONSTRAINT "budget_exception_amount_positive" CHECK ("amount_minor" > 0),
    ADD CONSTRAINT "budget_exception_decided" CHECK (("state" = 'asked') = ("decided_by" IS NULL)),
    ADD CONSTRAINT "budget_exception_used_once" CHECK (("state" = 'used') = ("used_by_entry_id" IS NOT NULL));
