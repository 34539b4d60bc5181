status <> 'x'
NOT (status = 'x' AND status IS NOT NULL)
NOT ("status" = 'x' AND "status" IS NOT NULL)
(NOT ("status" = 'x' AND "status" IS NOT NULL))
(NOT (((status)::text = 'x'::text) AND (status IS NOT NULL)))

a > 0 AND status <> 'x'
("a" > 0 AND NOT ("status" = 'x' AND "status" IS NOT NULL))

a <> 1 OR b <> 2
NOT ("a" = 1 AND "a" IS NOT NULL AND "b" = 2 AND "b" IS NOT NULL)

status NOT IN ('x', 'y')
NOT ("status" IN ('x', 'y') AND "status" IS NOT NULL)
