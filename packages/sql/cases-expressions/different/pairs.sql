a > 0
a >= 0
a < 0
a <= 0
a = 0
a <> 0
a > 1
b > 0
a > 0 AND b > 0
a > 0 OR b > 0
a IS NULL
a IS NOT NULL
a IS DISTINCT FROM 0
a > 0.5

a > 0 AND b > 0 OR price > 0
a > 0 AND (b > 0 OR price > 0)
(a > 0 OR price > 0) AND b > 0

a / 2 > 1
a / 2.0 > 1
a::numeric / b > 1
a / b > 1
b / a > 1

a - b > 0
b - a > 0
a - b - 1 > 0
a - (b - 1) > 0

status IN ('a', 'b')
status IN ('a', 'b', 'c')
status IN ('a')
status NOT IN ('a', 'b')
name IN ('a', 'b')
status IN ('A', 'b')

is_active
NOT is_active
is_active IS TRUE
is_active IS NOT FALSE
is_active IS NOT NULL

code = 'a'
code::text = 'a'
code = 'a ' AND a > 0

name LIKE 'a%'
name LIKE 'a#%' ESCAPE '#'
name ILIKE 'a%'
name NOT LIKE 'a%'
name ~ 'a%'
name LIKE '%a'
name LIKE 'A%'

name = '1'
name = '01'
name = '1.0'
name = ' 1'

a::text = '1'
a = 1

local_time > '2020-01-01'
local_time > '2020-01-01 00:00:01'
created_at > '2020-01-01'
created_at > '2020-01-01 00:00:00+02'
created_at > '2020-01-01'::timestamp
created_at::date > '2020-01-01'

data ->> 'a' = '1'
data -> 'a' = '1'
data #>> '{a}' = '1'
data ->> 'A' = '1'
(data ->> 'a')::int = 1

span > '1 month'
span > '30 days'
span > '1 minute'

now() > created_at
now() < created_at
clock_timestamp() > created_at
statement_timestamp() > created_at
LOCALTIMESTAMP > local_time
now() > local_time

upper(name) = name
lower(name) = name
initcap(name) = name
upper(name) = 'name'
name = name

price > low
low > price
price >= low

name = 'order'
"order" = 1
"Mixed Case" = 1

coalesce(a, 0) > 0
coalesce(b, 0) > 0
coalesce(a, 1) > 0
coalesce(a, b) > 0

mood = 'sad'
mood::text = 'sad'
mood < 'sad'

tags @> ARRAY['a']
tags <@ ARRAY['a']
tags && ARRAY['a']
tags = ARRAY['a']
tags = ARRAY['a', 'b']
tags = ARRAY['b', 'a']
'a' = ANY (tags)
'a' = ALL (tags)

name COLLATE "C" > 'a'
name COLLATE "POSIX" > 'a'
name > 'a'

rate = 0.1::real
rate = 0.1

extract(year from start_date) = 2000
extract(month from start_date) = 2000
date_part('year', start_date) = 2000

trim(name) = ''
ltrim(name) = ''
rtrim(name) = ''

a IS NULL OR a > 0
a > 0

(a, b) < (1, 2)
a < 1 AND b < 2

name = 'a' OR name = 'b' AND a = 1
(name = 'a' OR name = 'b') AND a = 1

a = 1 AND b = 2
a = 2 AND b = 1

name = 'null'
name IS NULL

symbol::varchar(3) = 'abc'
symbol = 'abc'

price::integer = 1
price = 1

data = '{"a": 1, "b": 2}'
data = '{"a": 2, "b": 1}'
data = '{"a": "1", "b": 2}'
