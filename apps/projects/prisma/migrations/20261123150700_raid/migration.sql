-- CreateTable
CREATE TABLE "raid_entry" (
    "entry_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "owner_person_id" UUID NOT NULL,
    "owner_name" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "inherent_probability_percent" INTEGER NOT NULL,
    "inherent_impact_minor" BIGINT NOT NULL,
    "inherent_impact_days" INTEGER NOT NULL,
    "residual_probability_percent" INTEGER,
    "residual_impact_minor" BIGINT,
    "residual_impact_days" INTEGER,
    "strategy" TEXT,
    "response" TEXT,
    "response_cost_minor" BIGINT,
    "trigger" TEXT,
    "strikes_on" CHAR(10),
    "due_on" CHAR(10),
    "hits" JSONB NOT NULL DEFAULT '[]',
    "raised_on" CHAR(10) NOT NULL,
    "ended_on" CHAR(10),
    "converted_from_id" UUID,
    "converted_to_id" UUID,
    "exposure_minor" BIGINT NOT NULL,
    "exposure_centidays" INTEGER NOT NULL,

    CONSTRAINT "raid_entry_pkey" PRIMARY KEY ("entry_id"),
    CONSTRAINT "raid_entry_counted" CHECK ("number" > 0 AND "version" > 0),
    CONSTRAINT "raid_entry_ends_as_its_kind" CHECK ("status" IN ('open', 'converted')
        OR ("kind" = 'risk' AND "status" IN ('averted', 'expired'))
        OR ("kind" = 'assumption' AND "status" IN ('confirmed', 'void'))
        OR ("kind" = 'issue' AND "status" = 'resolved')
        OR ("kind" = 'dependency' AND "status" IN ('met', 'dropped'))),
    CONSTRAINT "raid_entry_kind_known" CHECK ("kind" IN ('risk', 'assumption', 'issue', 'dependency')),
    CONSTRAINT "raid_entry_ended_on_a_day" CHECK (("status" = 'open') = ("ended_on" IS NULL)),
    CONSTRAINT "raid_entry_converted_into_one" CHECK (("status" = 'converted') = ("converted_to_id" IS NOT NULL)),
    CONSTRAINT "raid_entry_issue_becomes_nothing" CHECK (NOT ("kind" = 'issue' AND "status" = 'converted')),
    CONSTRAINT "raid_entry_inherent_in_bounds" CHECK ("inherent_probability_percent" BETWEEN 0 AND 100
        AND "inherent_impact_minor" >= 0 AND "inherent_impact_days" >= 0),
    CONSTRAINT "raid_entry_residual_in_bounds" CHECK ("residual_probability_percent" BETWEEN 0 AND 100
        AND "residual_impact_minor" >= 0 AND "residual_impact_days" >= 0),
    CONSTRAINT "raid_entry_residual_whole" CHECK (num_nulls("residual_probability_percent", "residual_impact_minor",
        "residual_impact_days") IN (0, 3)),
    CONSTRAINT "raid_entry_issue_is_certain" CHECK ("kind" <> 'issue' OR ("inherent_probability_percent" = 100
        AND COALESCE("residual_probability_percent", 100) = 100)),
    CONSTRAINT "raid_entry_hits_listed" CHECK (jsonb_typeof("hits") = 'array'),
    CONSTRAINT "raid_entry_exposed_while_open" CHECK ("exposure_minor" >= 0 AND "exposure_centidays" >= 0
        AND ("status" = 'open' OR ("exposure_minor" = 0 AND "exposure_centidays" = 0)))
);

-- CreateTable
CREATE TABLE "raid_change" (
    "entry_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "deed" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" UUID NOT NULL,
    "changed_by_name" TEXT NOT NULL,
    "reason" TEXT,
    "fields" JSONB NOT NULL,

    CONSTRAINT "raid_change_pkey" PRIMARY KEY ("entry_id","version"),
    CONSTRAINT "raid_change_deed_known" CHECK ("deed" IN ('raised', 'revised', 'settled', 'reopened', 'converted')),
    CONSTRAINT "raid_change_raised_first" CHECK (("deed" = 'raised') = ("version" = 1)),
    CONSTRAINT "raid_change_has_a_reason" CHECK ("deed" IN ('raised', 'converted') OR "reason" IS NOT NULL),
    CONSTRAINT "raid_change_fields_listed" CHECK (jsonb_typeof("fields") = 'array')
);

-- CreateIndex
CREATE UNIQUE INDEX "raid_entry_converted_from_id_key" ON "raid_entry"("converted_from_id");

-- CreateIndex
CREATE UNIQUE INDEX "raid_entry_converted_to_id_key" ON "raid_entry"("converted_to_id");

-- CreateIndex
CREATE INDEX "raid_entry_status_currency_exposure_minor_idx" ON "raid_entry"("status", "currency", "exposure_minor");

-- CreateIndex
CREATE UNIQUE INDEX "raid_entry_project_id_number_key" ON "raid_entry"("project_id", "number");

-- AddForeignKey
ALTER TABLE "raid_entry" ADD CONSTRAINT "raid_entry_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("project_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- History only grows.
CREATE FUNCTION "history_is_never_edited"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'History is never edited or deleted; it only grows.' USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER "raid_change_never_edited" BEFORE UPDATE OR DELETE ON "raid_change" FOR EACH ROW EXECUTE FUNCTION "history_is_never_edited"();
