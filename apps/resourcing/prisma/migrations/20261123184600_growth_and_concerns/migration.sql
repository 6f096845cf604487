-- CreateTable
CREATE TABLE "growth_goal" (
    "goal_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "skill" TEXT NOT NULL,
    "skill_key" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "start_level" INTEGER NOT NULL,
    "by" CHAR(10) NOT NULL,
    "why" TEXT NOT NULL,
    "assignment_ids" UUID[],
    "is_dropped" BOOLEAN NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "growth_goal_pkey" PRIMARY KEY ("goal_id")
);

-- CreateTable
CREATE TABLE "concern" (
    "concern_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "raised_by" UUID NOT NULL,
    "confidentiality" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "outcome" TEXT,
    "answer_by" CHAR(10) NOT NULL,
    "is_escalated" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "concern_pkey" PRIMARY KEY ("concern_id")
);

-- CreateTable
CREATE TABLE "concern_reader" (
    "concern_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "concern_reader_pkey" PRIMARY KEY ("concern_id","person_id")
);

-- CreateTable
CREATE TABLE "concern_word" (
    "word_id" UUID NOT NULL,
    "concern_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "concern_word_pkey" PRIMARY KEY ("word_id")
);

-- CreateTable
CREATE TABLE "hr_partners" (
    "partners_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "person_ids" UUID[],

    CONSTRAINT "hr_partners_pkey" PRIMARY KEY ("partners_id")
);

-- CreateTable
CREATE TABLE "one_to_one_note" (
    "note_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "written_by" UUID NOT NULL,
    "with_person" UUID NOT NULL,
    "day" CHAR(10) NOT NULL,
    "text" TEXT NOT NULL,
    "is_shared" BOOLEAN NOT NULL,

    CONSTRAINT "one_to_one_note_pkey" PRIMARY KEY ("note_id")
);

-- CreateIndex
CREATE INDEX "growth_goal_person_id_idx" ON "growth_goal"("person_id");

-- CreateIndex
CREATE INDEX "growth_goal_skill_key_idx" ON "growth_goal"("skill_key");

-- CreateIndex
CREATE INDEX "concern_raised_by_idx" ON "concern"("raised_by");

-- CreateIndex
CREATE INDEX "concern_confidentiality_idx" ON "concern"("confidentiality");

-- CreateIndex
CREATE INDEX "concern_state_answer_by_idx" ON "concern"("state", "answer_by");

-- CreateIndex
CREATE INDEX "concern_reader_person_id_idx" ON "concern_reader"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "concern_word_concern_id_place_key" ON "concern_word"("concern_id", "place");

-- CreateIndex
CREATE INDEX "one_to_one_note_written_by_idx" ON "one_to_one_note"("written_by");

-- CreateIndex
CREATE INDEX "one_to_one_note_with_person_idx" ON "one_to_one_note"("with_person");

-- AddForeignKey
ALTER TABLE "concern_reader" ADD CONSTRAINT "concern_reader_concern_id_fkey" FOREIGN KEY ("concern_id") REFERENCES "concern"("concern_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern_word" ADD CONSTRAINT "concern_word_concern_id_fkey" FOREIGN KEY ("concern_id") REFERENCES "concern"("concern_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One row from the start, so that who changes it holds it
INSERT INTO "hr_partners" ("partners_id", "person_ids") VALUES (gen_random_uuid(), '{}');
CREATE UNIQUE INDEX "hr_partners_one_row" ON "hr_partners" ((true));

-- What no application may write
ALTER TABLE "growth_goal" ADD CONSTRAINT "growth_goal_level" CHECK ("level" BETWEEN 1 AND 5 AND "start_level" BETWEEN 0 AND 5);
ALTER TABLE "concern" ADD CONSTRAINT "concern_confidentiality"
    CHECK ("confidentiality" IN ('open', 'line-manager', 'named-person', 'hr-partner')),
  ADD CONSTRAINT "concern_state" CHECK ("state" IN ('open', 'answered', 'closed')),
  ADD CONSTRAINT "concern_outcome" CHECK (("state" = 'closed') = ("outcome" IS NOT NULL) AND "outcome" IN ('settled', 'withdrawn'));
ALTER TABLE "one_to_one_note" ADD CONSTRAINT "one_to_one_note_of_two" CHECK ("written_by" <> "with_person");
CREATE FUNCTION "concern_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Whom a concern went to, and what was said to it, stays.' USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER "concern_word_stays" BEFORE UPDATE OR DELETE ON "concern_word" FOR EACH ROW EXECUTE FUNCTION "concern_stays"();
CREATE TRIGGER "concern_reader_stays" BEFORE UPDATE OR DELETE ON "concern_reader" FOR EACH ROW EXECUTE FUNCTION "concern_stays"();
CREATE FUNCTION "concern_readers_fixed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM "concern_word" WHERE "concern_id" = NEW."concern_id") THEN
        RAISE EXCEPTION 'Nobody gets to read a concern later.' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "concern_reader_from_the_start" BEFORE INSERT ON "concern_reader" FOR EACH ROW EXECUTE FUNCTION "concern_readers_fixed"();
