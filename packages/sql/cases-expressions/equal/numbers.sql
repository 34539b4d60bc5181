price >= 0
price >= 0.0
price >= 0::numeric
(price >= (0)::numeric)
0 <= price
"stocks"."price" >= 0
price >= '0'
price >= CAST(0 AS numeric(10,2))
(price) >= ((0))
price >= 0.00

price > 0.5
price > '0.5'::numeric
price > .5
price > 5e-1
price > 0.50

a > -1
a > '-1'::integer
(a > (-1))
-1 < a
a > '-1'

a > 0
(a > 0)
0 < a
a > '0'
a > 0::bigint
a > 0::integer

a > 0.5
((a)::numeric > 0.5)

id > 0
id > 0::bigint
id > '0'::bigint

id > 10000000000
id > '10000000000'::bigint

ratio > 0.5
ratio > 0.5::double precision
(ratio > (0.5)::double precision)
(ratio > '0.5'::double precision)

ratio >= 0
(ratio >= (0)::double precision)
ratio >= 0.0
ratio >= '0'::float8

ratio BETWEEN 0 AND 1
((ratio >= (0)::double precision) AND (ratio <= (1)::double precision))

rate >= 0
(rate >= (0)::double precision)

price * 2 > low
(price * (2)::numeric) > low
(price * 2.0) > low
low < price * 2

a / 2.0 > 1
((a)::numeric / 2.0) > 1
((a)::numeric / (2)::numeric) > (1)::numeric
a::numeric / 2 > 1

a::numeric / b > 1
((a)::numeric / (b)::numeric) > (1)::numeric
a / b::numeric > 1

a / 2 > 1
((a / 2) > 1)

a + b * 2 > 10
((a + (b * 2)) > 10)
(a + (b * 2)) > 10

(a + b) * 2 > 10
(((a + b) * 2) > 10)

a - b - 1 > 0
(((a - b) - 1) > 0)

a - (b - 1) > 0
((a - (b - 1)) > 0)

high >= low
low <= high
(high >= low)
(high >= low) AND (low <= high)

price = a
price = (a)::numeric
a = price

a % 2 = 0
((a % 2) = 0)
a % 2 = 0::integer

mod(a, 2) = 0
pg_catalog.mod(a, 2) = 0

power(a, 2) < 100
power((a)::double precision, (2)::double precision) < (100)::double precision
pow(a, 2) < 100

round(price, 2) = price
(round(price, 2) = price)

- a < 0
(- a) < 0

abs(a) <= 90
(abs(a) <= 90)

price = 'NaN'
price = 'NaN'::numeric

"Mixed Case" > 0
("Mixed Case" > 0)
stocks."Mixed Case" > 0

"order" > 0
stocks.order > 0

c > 0
(c > 0)
c > 0::smallint

coalesce(price, 0) >= 0
(COALESCE(price, (0)::numeric) >= (0)::numeric)
COALESCE("price", 0.0) >= 0

coalesce(a, b, 0) > 0
(COALESCE(a, b, 0) > 0)

greatest(a, b) > 0
(GREATEST(a, b) > 0)

least(price, 0) >= 0
LEAST(price, (0)::numeric) >= 0

a & 1 = 1
((a & 1) = 1)

price > low * 1.10
(price > (low * 1.10))
price > low * 1.1

price > 1 / 2.0
(price > ((1)::numeric / 2.0))

nullif(a, ratio) > 0
(NULLIF((a)::double precision, ratio) > (0)::double precision)

coalesce(id, rate) > 0
(COALESCE((id)::real, rate) > (0)::double precision)

CASE WHEN is_active THEN 2.50 ELSE -3 END > price
(CASE WHEN is_active THEN 2.50 ELSE ('-3'::integer)::numeric END > price)

CAST(a AS bigint) > price
(((a)::bigint)::numeric > price)

2 IN (a, price)
(((2)::numeric = (a)::numeric) OR ((2)::numeric = price))

round(ratio::numeric, 1) <= ratio
((round((ratio)::numeric, 1))::double precision <= ratio)
