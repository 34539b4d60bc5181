CREATE TABLE "größe" (
  "naïve" text DEFAULT '😀', -- ünï
  b int CHECK (b > 0)
);
/* outer /* inner */ still a comment; */
CREATE INDEX ON "größe" (b);
