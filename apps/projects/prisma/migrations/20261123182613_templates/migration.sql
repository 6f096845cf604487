-- CreateTable
CREATE TABLE "template" (
    "template_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "retired_reason" TEXT,
    "retired_by_name" TEXT,

    CONSTRAINT "template_pkey" PRIMARY KEY ("template_id"),
    CONSTRAINT "template_version_positive" CHECK ("version" > 0),
    CONSTRAINT "template_name_given" CHECK ("name" <> ''),
    CONSTRAINT "template_retired_by_somebody_for_a_reason" CHECK (("retired_reason" IS NULL) = ("retired_by_name" IS NULL))
);

-- CreateTable
CREATE TABLE "template_version" (
    "template_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "project_id" UUID NOT NULL,
    "plan_version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "figures" JSONB NOT NULL,
    "saved_by" UUID NOT NULL,
    "saved_by_name" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "template_version_pkey" PRIMARY KEY ("template_id","number"),
    CONSTRAINT "template_version_number_positive" CHECK ("number" > 0),
    CONSTRAINT "template_version_purpose_given" CHECK ("purpose" <> '')
);

-- CreateTable
CREATE TABLE "template_use" (
    "project_id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "template_version" INTEGER NOT NULL,
    "used_by" UUID NOT NULL,
    "used_by_name" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "template_use_pkey" PRIMARY KEY ("project_id")
);

-- CreateTable
CREATE TABLE "milestone_check" (
    "check_id" UUID NOT NULL,
    "position" SERIAL NOT NULL,
    "project_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "is_mandatory" BOOLEAN NOT NULL,

    CONSTRAINT "milestone_check_pkey" PRIMARY KEY ("check_id")
);

-- CreateTable
CREATE TABLE "project_gate" (
    "project_id" UUID NOT NULL,
    "phase_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "due_on" CHAR(10),
    "milestone_ids" UUID[],

    CONSTRAINT "project_gate_pkey" PRIMARY KEY ("project_id","phase_id")
);

-- CreateIndex
CREATE INDEX "template_use_template_id_idx" ON "template_use"("template_id");

-- CreateIndex
CREATE INDEX "milestone_check_project_id_position_idx" ON "milestone_check"("project_id", "position");

-- AddForeignKey
ALTER TABLE "template_version" ADD CONSTRAINT "template_version_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "template"("template_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Two templates in use never have the same name.
CREATE UNIQUE INDEX "template_name_of_one_in_use" ON "template"("name") WHERE "retired_reason" IS NULL;

-- A version of a template, and where a project began, is written once.
CREATE FUNCTION "template_is_never_edited"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A version of a template is never edited or deleted; save a new one.' USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER "template_version_never_edited" BEFORE UPDATE OR DELETE ON "template_version" FOR EACH ROW EXECUTE FUNCTION "template_is_never_edited"();
CREATE TRIGGER "template_use_never_edited" BEFORE UPDATE OR DELETE ON "template_use" FOR EACH ROW EXECUTE FUNCTION "template_is_never_edited"();
