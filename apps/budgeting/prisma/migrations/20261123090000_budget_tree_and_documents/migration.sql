
ALTER TABLE "budget" ADD COLUMN     "has_parts" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "commitment" ADD COLUMN     "accrued_minor" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "node_id" UUID;

ALTER TABLE "journal_entry" ADD COLUMN     "posted_by" TEXT,
ADD COLUMN     "reservation_id" TEXT;

CREATE TABLE "budget_node" (
    "node_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "parent_id" UUID,
    "project_id" UUID,
    "name" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "policy" TEXT NOT NULL,
    "is_frozen" BOOLEAN NOT NULL DEFAULT false,
    "calendar_id" UUID,
    "wbs" TEXT,
    "version" INTEGER NOT NULL,

    CONSTRAINT "budget_node_pkey" PRIMARY KEY ("node_id")
);

CREATE TABLE "fiscal_calendar" (
    "calendar_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "fiscal_calendar_pkey" PRIMARY KEY ("calendar_id")
);

CREATE TABLE "fiscal_period" (
    "calendar_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "first_day" CHAR(10) NOT NULL,
    "last_day" CHAR(10) NOT NULL,
    "is_closed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "fiscal_period_pkey" PRIMARY KEY ("calendar_id","period")
);

CREATE TABLE "reservation" (
    "project_id" UUID NOT NULL,
    "reservation_id" TEXT NOT NULL,
    "node_id" UUID,
    "period" TEXT NOT NULL,
    "reserved_minor" BIGINT NOT NULL,
    "used_minor" BIGINT NOT NULL,
    "returned_minor" BIGINT NOT NULL,
    "expires_on" CHAR(10),

    CONSTRAINT "reservation_pkey" PRIMARY KEY ("project_id","reservation_id")
);

CREATE TABLE "order_terms" (
    "project_id" UUID NOT NULL,
    "commitment_id" TEXT NOT NULL,
    "match" TEXT NOT NULL,
    "unit_price_minor" BIGINT,
    "price_tolerance_percent" DECIMAL(9,6) NOT NULL,

    CONSTRAINT "order_terms_pkey" PRIMARY KEY ("project_id","commitment_id")
);

CREATE INDEX "budget_node_parent_id_idx" ON "budget_node"("parent_id");

CREATE INDEX "budget_node_project_id_idx" ON "budget_node"("project_id");

ALTER TABLE "fiscal_period" ADD CONSTRAINT "fiscal_period_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "fiscal_calendar"("calendar_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "commitment" DROP CONSTRAINT "commitment_not_overused";
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_not_overused" CHECK (
    "committed_minor" >= 0 AND "invoiced_minor" >= 0 AND "released_minor" >= 0 AND "accrued_minor" >= 0
    AND "invoiced_minor" + "released_minor" + "accrued_minor" <= "committed_minor"
);

ALTER TABLE "reservation" ADD CONSTRAINT "reservation_not_overused" CHECK (
    "reserved_minor" >= 0 AND "used_minor" >= 0 AND "returned_minor" >= 0
    AND "used_minor" + "returned_minor" <= "reserved_minor"
);
CREATE INDEX "reservation_expiry_idx" ON "reservation"("project_id", "expires_on") WHERE "expires_on" IS NOT NULL
    AND "reserved_minor" > "used_minor" + "returned_minor";

ALTER TABLE "budget" DROP CONSTRAINT "budget_policy_known";
ALTER TABLE "budget" ADD CONSTRAINT "budget_policy_known" CHECK ("policy" IN ('hard-stop', 'warn', 'needs-exception'));

ALTER TABLE "budget_node"
    ADD CONSTRAINT "budget_node_kind_known" CHECK ("kind" IN
        ('funding-source', 'portfolio', 'programme', 'project', 'control-account', 'work-package')),
    ADD CONSTRAINT "budget_node_policy_known" CHECK ("policy" IN ('hard-stop', 'warn', 'needs-exception')),
    ADD CONSTRAINT "budget_node_of_project" CHECK (
        ("project_id" IS NOT NULL) = ("kind" IN ('project', 'control-account', 'work-package'))),
    ADD CONSTRAINT "budget_node_project_is_itself" CHECK ("kind" <> 'project' OR "project_id" = "node_id"),
    ADD CONSTRAINT "budget_node_part_has_parent" CHECK (
        "kind" NOT IN ('control-account', 'work-package') OR "parent_id" IS NOT NULL);

ALTER TABLE "fiscal_period" ADD CONSTRAINT "fiscal_period_in_order" CHECK ("last_day" >= "first_day");

ALTER TABLE "order_terms"
    ADD CONSTRAINT "order_terms_match_known" CHECK ("match" IN ('two-way', 'three-way')),
    ADD CONSTRAINT "order_terms_price_positive" CHECK ("unit_price_minor" > 0),
    ADD CONSTRAINT "order_terms_tolerance_not_negative" CHECK ("price_tolerance_percent" >= 0);
