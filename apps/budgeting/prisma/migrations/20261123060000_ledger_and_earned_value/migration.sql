CREATE TABLE "project" (
    "project_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "portfolio" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "is_confidential" BOOLEAN NOT NULL,
    "manager_person_id" UUID,
    "sponsor_person_id" UUID,

    CONSTRAINT "project_pkey" PRIMARY KEY ("project_id")
);

CREATE TABLE "budget" (
    "project_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "currency" CHAR(3),
    "policy" TEXT NOT NULL DEFAULT 'hard-stop',
    "tolerance_percent" DECIMAL(9,6) NOT NULL DEFAULT 10,
    "contingency_minor" BIGINT NOT NULL DEFAULT 0,
    "is_frozen" BOOLEAN NOT NULL DEFAULT false,
    "plan_version" INTEGER NOT NULL DEFAULT 0,
    "forecast_finish" CHAR(10),
    "plan_status_date" CHAR(10),
    "tolerance_state" TEXT NOT NULL DEFAULT 'within',
    "status_date" CHAR(10),
    "completed_on" CHAR(10),
    "bac_minor" BIGINT NOT NULL DEFAULT 0,
    "ev_minor" BIGINT NOT NULL DEFAULT 0,
    "figures_version" INTEGER NOT NULL DEFAULT 0,
    "figures_date" CHAR(10),
    "pv_minor" BIGINT NOT NULL DEFAULT 0,
    "ac_minor" BIGINT NOT NULL DEFAULT 0,
    "committed_minor" BIGINT NOT NULL DEFAULT 0,
    "spi_t" TEXT,
    "flags" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "budget_pkey" PRIMARY KEY ("project_id")
);

CREATE TABLE "budget_line" (
    "project_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "task_id" UUID,

    CONSTRAINT "budget_line_pkey" PRIMARY KEY ("project_id","version","position")
);

CREATE TABLE "task" (
    "project_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "plan_version" INTEGER NOT NULL,
    "wbs" TEXT NOT NULL,
    "baseline_start" CHAR(10) NOT NULL,
    "baseline_finish" CHAR(10) NOT NULL,
    "start" CHAR(10) NOT NULL,
    "finish" CHAR(10) NOT NULL,
    "plan_cost_minor" BIGINT,
    "work_minutes" BIGINT NOT NULL,
    "duration_minutes" BIGINT NOT NULL,
    "percent_complete" INTEGER NOT NULL,
    "task_version" INTEGER NOT NULL DEFAULT 0,
    "budget_minor" BIGINT NOT NULL DEFAULT 0,
    "ev_minor" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "task_pkey" PRIMARY KEY ("project_id","task_id")
);

CREATE TABLE "planned_day" (
    "project_id" UUID NOT NULL,
    "day" CHAR(10) NOT NULL,
    "cumulative_minor" BIGINT NOT NULL,

    CONSTRAINT "planned_day_pkey" PRIMARY KEY ("project_id","day")
);

CREATE TABLE "planned_month" (
    "project_id" UUID NOT NULL,
    "month" CHAR(7) NOT NULL,
    "planned_minor" BIGINT NOT NULL,
    "cumulative_minor" BIGINT NOT NULL,

    CONSTRAINT "planned_month_pkey" PRIMARY KEY ("project_id","month")
);

CREATE TABLE "earned_month" (
    "project_id" UUID NOT NULL,
    "month" CHAR(7) NOT NULL,
    "ev_minor" BIGINT NOT NULL,
    "ac_minor" BIGINT NOT NULL,

    CONSTRAINT "earned_month_pkey" PRIMARY KEY ("project_id","month")
);

CREATE TABLE "earned_value_report" (
    "project_id" UUID NOT NULL,
    "status_date" CHAR(10) NOT NULL,
    "version" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "bac_minor" BIGINT NOT NULL,
    "pv_minor" BIGINT NOT NULL,
    "ev_minor" BIGINT NOT NULL,
    "ac_minor" BIGINT NOT NULL,
    "committed_minor" BIGINT NOT NULL,
    "eac_minor" BIGINT,
    "cpi" TEXT,
    "spi" TEXT,
    "spi_t" TEXT,

    CONSTRAINT "earned_value_report_pkey" PRIMARY KEY ("project_id","status_date")
);

CREATE TABLE "journal_entry" (
    "entry_id" UUID NOT NULL,
    "entry_no" BIGSERIAL NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "posted_on" CHAR(10) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "reference" TEXT NOT NULL,
    "decision" TEXT,
    "task_id" UUID,
    "commitment_id" TEXT,
    "document_key" TEXT,
    "reverses" UUID,
    "line_count" INTEGER NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "journal_entry_pkey" PRIMARY KEY ("entry_id")
);

CREATE TABLE "posting" (
    "entry_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "account_kind" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,

    CONSTRAINT "posting_pkey" PRIMARY KEY ("entry_id","line")
);

CREATE TABLE "account_balance" (
    "account_id" TEXT NOT NULL,
    "account_kind" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "balance_minor" BIGINT NOT NULL,

    CONSTRAINT "account_balance_pkey" PRIMARY KEY ("account_id","account_kind","period")
);

CREATE TABLE "commitment" (
    "project_id" UUID NOT NULL,
    "commitment_id" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "committed_minor" BIGINT NOT NULL,
    "invoiced_minor" BIGINT NOT NULL,
    "released_minor" BIGINT NOT NULL,

    CONSTRAINT "commitment_pkey" PRIMARY KEY ("project_id","commitment_id")
);

CREATE TABLE "waiting_cost" (
    "document_key" TEXT NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "project_code" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "document" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "waiting_cost_pkey" PRIMARY KEY ("document_key")
);

CREATE INDEX "project_code_idx" ON "project"("code");

CREATE UNIQUE INDEX "journal_entry_entry_no_key" ON "journal_entry"("entry_no");

CREATE UNIQUE INDEX "journal_entry_document_key_key" ON "journal_entry"("document_key");

CREATE UNIQUE INDEX "journal_entry_reverses_key" ON "journal_entry"("reverses");

CREATE INDEX "journal_entry_project_id_entry_no_idx" ON "journal_entry"("project_id", "entry_no");

CREATE INDEX "posting_account_id_account_kind_period_idx" ON "posting"("account_id", "account_kind", "period");

CREATE UNIQUE INDEX "waiting_cost_position_key" ON "waiting_cost"("position");

CREATE INDEX "waiting_cost_project_code_position_idx" ON "waiting_cost"("project_code", "position");

ALTER TABLE "posting" ADD CONSTRAINT "posting_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("entry_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "budget"
    ADD CONSTRAINT "budget_policy_known" CHECK ("policy" IN ('hard-stop', 'warn')),
    ADD CONSTRAINT "budget_tolerance_state_known" CHECK ("tolerance_state" IN ('within', 'breached')),
    ADD CONSTRAINT "budget_tolerance_not_negative" CHECK ("tolerance_percent" >= 0),
    ADD CONSTRAINT "budget_amounts_not_negative" CHECK ("bac_minor" >= 0 AND "contingency_minor" >= 0 AND "ev_minor" >= 0),
    ADD CONSTRAINT "budget_earned_within_budget" CHECK ("ev_minor" <= "bac_minor"),
    ADD CONSTRAINT "budget_approved_in_a_currency" CHECK ("version" = 0 OR "currency" IS NOT NULL);

ALTER TABLE "budget_line" ADD CONSTRAINT "budget_line_not_negative" CHECK ("amount_minor" >= 0);

ALTER TABLE "task"
    ADD CONSTRAINT "task_percent_in_range" CHECK ("percent_complete" BETWEEN 0 AND 100),
    ADD CONSTRAINT "task_earned_within_budget" CHECK ("ev_minor" BETWEEN 0 AND "budget_minor"),
    ADD CONSTRAINT "task_baseline_in_order" CHECK ("baseline_finish" >= "baseline_start");

ALTER TABLE "commitment" ADD CONSTRAINT "commitment_not_overused" CHECK (
    "committed_minor" >= 0 AND "invoiced_minor" >= 0 AND "released_minor" >= 0
    AND "invoiced_minor" + "released_minor" <= "committed_minor"
);

ALTER TABLE "account_balance" ADD CONSTRAINT "account_balance_not_overdrawn" CHECK (
    "account_kind" IN ('budget', 'actual') OR "balance_minor" >= 0
);

-- The journal only grows: what was wrong is put right by a further entry.
CREATE FUNCTION "refuse_change_of_journal"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The journal only grows: % of % is not allowed; post a reversal.', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER "journal_entry_only_grows" BEFORE UPDATE OR DELETE OR TRUNCATE ON "journal_entry"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_journal"();
CREATE TRIGGER "posting_only_grows" BEFORE UPDATE OR DELETE OR TRUNCATE ON "posting"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_journal"();

-- Looked at when the transaction commits: an entry has the postings it says it has, and they sum to zero.
CREATE FUNCTION "require_balanced_entry"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    expected INTEGER;
    found INTEGER;
    total NUMERIC;
BEGIN
    SELECT "line_count" INTO expected FROM "journal_entry" WHERE "entry_id" = NEW."entry_id";
    SELECT count(*), coalesce(sum("amount_minor"), 0) INTO found, total FROM "posting" WHERE "entry_id" = NEW."entry_id";
    IF found <> expected OR total <> 0 THEN
        RAISE EXCEPTION 'Entry % has % postings of % and is out of balance by %.', NEW."entry_id", found, expected, total
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER "journal_entry_balanced" AFTER INSERT ON "journal_entry"
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "require_balanced_entry"();
CREATE CONSTRAINT TRIGGER "posting_balanced" AFTER INSERT ON "posting"
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "require_balanced_entry"();

-- What was reported for a day stays once a later day has been reported.
CREATE FUNCTION "refuse_change_of_report"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR EXISTS (
        SELECT 1 FROM "earned_value_report"
        WHERE "project_id" = OLD."project_id" AND "status_date" > OLD."status_date"
    ) THEN
        RAISE EXCEPTION 'The report of % for % is history and stays as it was.', OLD."status_date", OLD."project_id"
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER "earned_value_report_history_stays" BEFORE UPDATE OR DELETE ON "earned_value_report"
    FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_report"();
