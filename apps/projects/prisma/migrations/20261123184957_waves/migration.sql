-- CreateTable
CREATE TABLE "site" (
    "site_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "calendar" JSONB NOT NULL,
    "language" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "manager_person_id" UUID,
    "manager_name" TEXT,
    "readiness" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "site_pkey" PRIMARY KEY ("site_id"),
    CONSTRAINT "site_version_positive" CHECK ("version" > 0),
    CONSTRAINT "site_name_given" CHECK ("name" <> '')
);

-- CreateTable
CREATE TABLE "wave" (
    "wave_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "code_prefix" TEXT NOT NULL,
    "template_id" UUID NOT NULL,
    "template_version" INTEGER NOT NULL,
    "portfolio" TEXT NOT NULL,
    "programme" TEXT NOT NULL,

    CONSTRAINT "wave_pkey" PRIMARY KEY ("wave_id"),
    CONSTRAINT "wave_version_positive" CHECK ("version" > 0),
    CONSTRAINT "wave_name_given" CHECK ("name" <> '')
);

-- CreateTable
CREATE TABLE "wave_site" (
    "wave_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "start" CHAR(10) NOT NULL,
    "project_id" UUID,

    CONSTRAINT "wave_site_pkey" PRIMARY KEY ("wave_id","site_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "site_code_key" ON "site"("code");

-- CreateIndex
CREATE UNIQUE INDEX "wave_site_project_id_key" ON "wave_site"("project_id");

-- AddForeignKey
ALTER TABLE "wave_site" ADD CONSTRAINT "wave_site_wave_id_fkey" FOREIGN KEY ("wave_id") REFERENCES "wave"("wave_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wave_site" ADD CONSTRAINT "wave_site_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("site_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A site that was launched stays so: its project is neither taken back nor exchanged.
CREATE FUNCTION "wave_site_stays_launched"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD."project_id" IS NULL THEN
        RETURN COALESCE(NEW, OLD);
    END IF;
    IF TG_OP = 'DELETE' OR NEW."project_id" IS DISTINCT FROM OLD."project_id" THEN
        RAISE EXCEPTION 'A site that was launched keeps its project.' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "wave_site_stays_launched" BEFORE UPDATE OR DELETE ON "wave_site" FOR EACH ROW EXECUTE FUNCTION "wave_site_stays_launched"();
