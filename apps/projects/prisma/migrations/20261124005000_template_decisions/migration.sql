-- CreateTable
CREATE TABLE "template_decision" (
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "template_id" UUID NOT NULL,
    "from_version" INTEGER NOT NULL,
    "to_version" INTEGER NOT NULL,
    "decision" TEXT NOT NULL,
    "taken" TEXT[],
    "left_out" TEXT[],
    "reason" TEXT NOT NULL,
    "plan_version" INTEGER,
    "decided_by" UUID NOT NULL,
    "decided_by_name" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "template_decision_pkey" PRIMARY KEY ("project_id","number"),
    CONSTRAINT "template_decision_number_positive" CHECK ("number" > 0),
    CONSTRAINT "template_decision_on_a_later_version" CHECK ("to_version" > "from_version" AND "from_version" > 0),
    CONSTRAINT "template_decision_known" CHECK ("decision" IN ('adopted', 'declined')),
    CONSTRAINT "template_decision_for_a_reason" CHECK ("reason" <> '')
);

-- History only grows.
CREATE TRIGGER "template_decision_never_edited" BEFORE UPDATE OR DELETE ON "template_decision" FOR EACH ROW EXECUTE FUNCTION "history_is_never_edited"();
