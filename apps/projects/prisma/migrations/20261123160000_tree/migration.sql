-- CreateTable
CREATE TABLE "tree_node" (
    "node_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "parent_id" UUID,
    "version" INTEGER NOT NULL,

    CONSTRAINT "tree_node_pkey" PRIMARY KEY ("node_id"),
    CONSTRAINT "tree_node_kind_known" CHECK ("kind" IN ('portfolio', 'programme')),
    CONSTRAINT "tree_node_name_given" CHECK ("name" <> ''),
    CONSTRAINT "tree_node_not_below_itself" CHECK ("parent_id" <> "node_id"),
    CONSTRAINT "tree_node_version_positive" CHECK ("version" > 0)
);

-- CreateTable
CREATE TABLE "project_place" (
    "project_id" UUID NOT NULL,
    "node_id" UUID NOT NULL,

    CONSTRAINT "project_place_pkey" PRIMARY KEY ("project_id")
);

-- CreateIndex
CREATE INDEX "tree_node_parent_id_idx" ON "tree_node"("parent_id");

-- CreateIndex
CREATE INDEX "project_place_node_id_idx" ON "project_place"("node_id");

-- AddForeignKey
ALTER TABLE "tree_node" ADD CONSTRAINT "tree_node_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "tree_node"("node_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_place" ADD CONSTRAINT "project_place_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("project_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_place" ADD CONSTRAINT "project_place_node_id_fkey" FOREIGN KEY ("node_id") REFERENCES "tree_node"("node_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A name of a kind stands in one place once.
CREATE UNIQUE INDEX "tree_node_name_once" ON "tree_node" ("kind", "name", coalesce("parent_id", '00000000-0000-0000-0000-000000000000'::uuid));

-- What the records name becomes the tree, from below: portfolios, the programmes in them, and each project in its place.
INSERT INTO "tree_node" ("node_id", "kind", "name", "version")
SELECT gen_random_uuid(), 'portfolio', "portfolio", 1 FROM (SELECT DISTINCT "portfolio" FROM "project") AS named;

INSERT INTO "tree_node" ("node_id", "kind", "name", "parent_id", "version")
SELECT gen_random_uuid(), 'programme', named."programme", above."node_id", 1
  FROM (SELECT DISTINCT "portfolio", "programme" FROM "project" WHERE "programme" <> '') AS named
  JOIN "tree_node" AS above ON above."kind" = 'portfolio' AND above."name" = named."portfolio";

INSERT INTO "project_place" ("project_id", "node_id")
SELECT project."project_id", coalesce(programme."node_id", portfolio."node_id")
  FROM "project"
  JOIN "tree_node" AS portfolio ON portfolio."kind" = 'portfolio' AND portfolio."name" = project."portfolio"
  LEFT JOIN "tree_node" AS programme ON programme."kind" = 'programme' AND programme."name" = project."programme" AND programme."parent_id" = portfolio."node_id";
