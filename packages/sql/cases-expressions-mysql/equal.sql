a > 0
`a` > 0
0 < a
(t.a) > (0)
a > '0'

a = 1 OR b = 2 AND c = 3
(c = 3 AND b = 2) OR a = 1
a = 1 || b = 2 && c = 3

s IN ('x', 'y')
s in (_utf8mb4'y', _utf8mb4'x')
s = 'x' OR s = 'y'
`s` = "y" or `s` = "x"

a BETWEEN 1 AND 5
a >= 1 AND a <= 5
NOT (a < 1 OR a > 5)

a NOT BETWEEN 1 AND 5
NOT a BETWEEN 1 AND 5
a < 1 OR a > 5

NOT a IN (1, 2)
a NOT IN (1, 2)
a <> 1 AND a != 2

a <=> b
b <=> a

NOT a <=> b
NOT (a <=> b)

a IS NOT NULL
NOT a IS NULL
NOT (a IS NULL)

a <=> NULL
a IS NULL

a = TRUE
a = 1

a % 2 = 0
a MOD 2 = 0

s LIKE 'y%'
s LIKE 'y%' ESCAPE '\\'

NOT s LIKE 'y%'
s NOT LIKE 'y%'

s REGEXP '^x'
s RLIKE '^x'

CASE a WHEN 1 THEN 2 ELSE 3 END > 2
CASE WHEN a = 1 THEN 2 ELSE 3 END > 2

IFNULL(a, 0) > 1
coalesce(a, 0) > 1
COALESCE(a, 0) > 1

CHARACTER_LENGTH(s) > 1
char_length(s) > 1

SUBSTR(s, 1, 1) = 'x'
SUBSTRING(s FROM 1 FOR 1) = 'x'
MID(s, 1, 1) = 'x'

lcase(u) = 'abc'
lower(u) = 'abc'

u = 'it''s'
u = 'it\'s'
u = "it's"

(a, b) = (1, 2)
a = 1 AND b = 2

(NOT a) = b
! a = b

a AND b
a <> 0 AND b <> 0

NOT a
a = 0
NOT (a <> 0)

(a <> 0) IS NOT TRUE
a IS NOT TRUE
