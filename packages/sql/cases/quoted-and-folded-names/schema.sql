CREATE TABLE "Order" ("Id" int PRIMARY KEY, "select" text, UPPER int, "a.b" int, "q""q" int UNIQUE, CHECK ("Id" > 0 AND UPPER > 1));
CREATE TABLE Lines (order_id int REFERENCES "Order" ("Id"), "user" int, "Mixed" int REFERENCES "Order");
CREATE INDEX "Lines_Idx" ON lines ("Mixed", "user");
CREATE TABLE "2024" ("1st" int CHECK ("1st" > 0));
