a > 0 AND b > 0
b > 0 AND a > 0
((a > 0) AND (b > 0))
((b > 0)) AND (a > 0) AND (a > 0)
NOT (a <= 0 OR b <= 0)
0 < a AND 0 < b

a > 0 OR b > 0 OR price > 0
price > 0 OR (b > 0 OR a > 0)
((a > 0) OR (b > 0) OR (price > (0)::numeric))

a > 0 AND (b > 0 OR price > 0)
((a > 0) AND ((b > 0) OR (price > (0)::numeric)))
(price > 0 OR b > 0) AND a > 0

a > 0 AND b > 0 OR price > 0
(a > 0 AND b > 0) OR price > 0

a <> b
NOT (a = b)
NOT a = b
a != b
b <> a
(NOT (a = b))

a >= 1 AND a <= 10
a BETWEEN 1 AND 10
((a >= 1) AND (a <= 10))
a <= 10 AND a >= 1
1 <= a AND 10 >= a
NOT (a < 1 OR a > 10)

a < 1 OR a > 10
a NOT BETWEEN 1 AND 10
NOT (a BETWEEN 1 AND 10)
((a < 1) OR (a > 10))

price BETWEEN 0 AND 1
price >= 0::numeric AND price <= 1::numeric
price >= 0.0 AND price <= 1.00

a BETWEEN SYMMETRIC 10 AND 1
(((a >= 10) AND (a <= 1)) OR ((a >= 1) AND (a <= 10)))

is_active
is_active = true
true = is_active
(is_active = 't')
is_active <> false
NOT NOT is_active

NOT is_active
is_active = false
is_active <> true
(NOT is_active)
is_active = 'f'::boolean

is_active IS TRUE
(is_active IS TRUE)

NOT (is_active IS TRUE)
is_active IS NOT TRUE

is_active AND NOT deleted
(is_active = true) AND (deleted = false)
NOT (deleted OR NOT is_active)

price IS NOT NULL
NOT (price IS NULL)
(price IS NOT NULL)
price NOTNULL

price IS NULL
price ISNULL
NOT price IS NOT NULL

price >= 0 AND price IS NOT NULL
("price" >= 0 AND "price" IS NOT NULL)
((price >= (0)::numeric) AND (price IS NOT NULL))

status = 'closed' AND end_date IS NOT NULL OR status <> 'closed' AND end_date IS NULL
("status" = 'closed' AND "end_date" IS NOT NULL) OR (NOT ("status" = 'closed') AND "end_date" IS NULL)
((((status)::text = 'closed'::text) AND (end_date IS NOT NULL)) OR (((status)::text <> 'closed'::text) AND (end_date IS NULL)))

num_nonnulls(a, b) = 1
(num_nonnulls(a, b) = 1)

(a IS NULL) <> (b IS NULL)
((a IS NULL) <> (b IS NULL))

(a IS NULL) = (b IS NULL)
((b IS NULL) = (a IS NULL))

a IS DISTINCT FROM b
b IS DISTINCT FROM a
NOT (a IS NOT DISTINCT FROM b)

a IS DISTINCT FROM NULL
a IS NOT NULL

NOT (a > 0 AND b > 0)
a <= 0 OR b <= 0
(NOT ((a > 0) AND (b > 0)))

(a, b) = (1, 2)
a = 1 AND b = 2
((a = 1) AND (b = 2))

(a, b) < (1, 2)
ROW(a, b) < ROW(1, 2)
