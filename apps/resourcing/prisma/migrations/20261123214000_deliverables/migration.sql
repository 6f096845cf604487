-- CreateTable
CREATE TABLE "deliverable" (
    "deliverable_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "partner_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "criteria" TEXT[],
    "due_on" CHAR(10) NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "deliverable_pkey" PRIMARY KEY ("deliverable_id")
);

-- CreateTable
CREATE TABLE "deliverable_step" (
    "deliverable_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "evidence" TEXT,
    "findings" JSONB,

    CONSTRAINT "deliverable_step_pkey" PRIMARY KEY ("deliverable_id","version")
);

-- CreateIndex
CREATE INDEX "deliverable_partner_id_idx" ON "deliverable"("partner_id");

-- CreateIndex
CREATE INDEX "deliverable_project_id_idx" ON "deliverable"("project_id");

-- AddForeignKey
ALTER TABLE "deliverable" ADD CONSTRAINT "deliverable_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("partner_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable_step" ADD CONSTRAINT "deliverable_step_deliverable_id_fkey" FOREIGN KEY ("deliverable_id") REFERENCES "deliverable"("deliverable_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "deliverable" ADD CONSTRAINT "deliverable_state" CHECK ("state" IN ('agreed', 'handed-in', 'accepted', 'rejected')),
  ADD CONSTRAINT "deliverable_criteria" CHECK (cardinality("criteria") BETWEEN 1 AND 20);
CREATE FUNCTION "deliverable_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What was done about a deliverable stays, and so does one that was accepted.' USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER "deliverable_step_only_grows" BEFORE UPDATE OR DELETE ON "deliverable_step" FOR EACH ROW EXECUTE FUNCTION "deliverable_stays"();
CREATE TRIGGER "deliverable_accepted_stays" BEFORE UPDATE OR DELETE ON "deliverable" FOR EACH ROW WHEN (OLD."state" = 'accepted') EXECUTE FUNCTION "deliverable_stays"();
