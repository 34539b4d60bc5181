"a" > 0
[a] > 0
`a` > 0
t.a > 0
0 < A
a > '0'

a = 1 OR b = 2 AND c = 3
(c == 3 AND b = 2) OR a = 1

s IN ('x', 'y')
s = 'y' OR s = 'x'

a BETWEEN 1 AND 5
a >= 1 AND a <= 5

a IS NOT NULL
a NOTNULL
a NOT NULL
NOT a IS NULL
NOT a ISNULL

a IS b
a IS NOT DISTINCT FROM b
b IS a

a IS NOT b
a IS DISTINCT FROM b

substr(s, 1, 1) = 'x'
substring(s, 1, 1) = 'x'

ifnull(a, 0) > 1
coalesce(a, 0) > 1

NOT (s LIKE 'y%')
s NOT LIKE 'y%'

CASE a WHEN 1 THEN 2 ELSE 3 END > 2
CASE WHEN a = 1 THEN 2 ELSE 3 END > 2

a || b + c
(a || b) + c
