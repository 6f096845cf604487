-- CreateTable
CREATE TABLE "skill" (
    "skill_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "level" INTEGER NOT NULL,
    "valid_until" CHAR(10),
    "is_wanted" BOOLEAN NOT NULL,
    "is_confirmed" BOOLEAN NOT NULL,
    "told_until" CHAR(10),

    CONSTRAINT "skill_pkey" PRIMARY KEY ("skill_id")
);

-- CreateTable
CREATE TABLE "skill_fact" (
    "skill_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "level" INTEGER NOT NULL,
    "evidence" TEXT,
    "valid_until" CHAR(10),
    "is_wanted" BOOLEAN NOT NULL,
    "is_confirmed" BOOLEAN NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "skill_fact_pkey" PRIMARY KEY ("skill_id","version")
);

-- CreateIndex
CREATE INDEX "skill_name_key_level_idx" ON "skill"("name_key", "level");

-- CreateIndex
CREATE INDEX "skill_valid_until_idx" ON "skill"("valid_until");

-- CreateIndex
CREATE UNIQUE INDEX "skill_person_id_name_key_key" ON "skill"("person_id", "name_key");

-- AddForeignKey
ALTER TABLE "skill" ADD CONSTRAINT "skill_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skill_fact" ADD CONSTRAINT "skill_fact_skill_id_fkey" FOREIGN KEY ("skill_id") REFERENCES "skill"("skill_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What no application may write
ALTER TABLE "skill" ADD CONSTRAINT "skill_level" CHECK ("level" BETWEEN 0 AND 5);
ALTER TABLE "skill_fact" ADD CONSTRAINT "skill_fact_level" CHECK ("level" BETWEEN 0 AND 5),
  ADD CONSTRAINT "skill_fact_evidence" CHECK ("level" = 0 OR "evidence" IS NOT NULL);
CREATE FUNCTION "skill_history_only_grows"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What was recorded of a skill stays; record it anew.' USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER "skill_fact_never_edited" BEFORE UPDATE OR DELETE ON "skill_fact" FOR EACH ROW EXECUTE FUNCTION "skill_history_only_grows"();
