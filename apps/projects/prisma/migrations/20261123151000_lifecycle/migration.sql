-- CreateTable
CREATE TABLE "original_request" (
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "org_unit" TEXT,
    "category" TEXT,
    "submitted_by" UUID NOT NULL,
    "submitted_by_name" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "original_request_pkey" PRIMARY KEY ("project_id"),
    CONSTRAINT "original_request_has_words" CHECK ("request" <> '')
);

-- CreateTable
CREATE TABLE "stage_transition" (
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "from_stage" TEXT,
    "to_stage" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "reason_code" TEXT,
    "reason" TEXT NOT NULL,
    "evidence" TEXT,
    "checked" JSONB NOT NULL DEFAULT '[]',
    "taken_by" UUID,
    "taken_by_name" TEXT,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stage_transition_pkey" PRIMARY KEY ("project_id","number"),
    CONSTRAINT "stage_transition_number_positive" CHECK ("number" > 0),
    CONSTRAINT "stage_transition_from_known" CHECK ("from_stage" IN ('idea', 'proposal', 'candidate', 'approved', 'delivery', 'closing', 'benefits', 'archived')),
    CONSTRAINT "stage_transition_to_known" CHECK ("to_stage" IN ('idea', 'proposal', 'candidate', 'approved', 'delivery', 'closing', 'benefits', 'archived')),
    CONSTRAINT "stage_transition_act_known" CHECK ("act" IN ('submitted', 'registered', 'listed', 'adopted', 'moved', 'stopped', 'gate')),
    CONSTRAINT "stage_transition_first_has_no_before" CHECK (("number" = 1) = ("from_stage" IS NULL)),
    CONSTRAINT "stage_transition_nothing_leaves_the_archive" CHECK ("from_stage" <> 'archived'),
    CONSTRAINT "stage_transition_stop_has_code" CHECK ("act" <> 'stopped' OR "reason_code" IS NOT NULL),
    CONSTRAINT "stage_transition_somebody_took_it" CHECK ("act" = 'adopted' OR ("taken_by" IS NOT NULL AND "taken_by_name" IS NOT NULL))
);

-- CreateTable
CREATE TABLE "business_case" (
    "project_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "business_case_pkey" PRIMARY KEY ("project_id"),
    CONSTRAINT "business_case_version_positive" CHECK ("version" > 0)
);

-- What was there before its steps were kept begins its history here, in the stage it is in.
INSERT INTO "stage_transition" ("project_id", "number", "to_stage", "act", "reason", "taken_at")
SELECT "project_id", 1, "stage", 'adopted', 'It was here before its steps were kept.', now() FROM "project";

-- The request and the steps are history: written once.
CREATE FUNCTION "lifecycle_is_never_edited"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The history of a project is never edited or deleted.' USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER "original_request_never_edited" BEFORE UPDATE OR DELETE ON "original_request" FOR EACH ROW EXECUTE FUNCTION "lifecycle_is_never_edited"();
CREATE TRIGGER "stage_transition_never_edited" BEFORE UPDATE OR DELETE ON "stage_transition" FOR EACH ROW EXECUTE FUNCTION "lifecycle_is_never_edited"();
