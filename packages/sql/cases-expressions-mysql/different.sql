a | b & c
(a | b) & c
a << b + c
(a << b) + c
a - b - c
a - (b - c)
- a + b
-(a + b)
a = b IS NULL
(a = b) IS TRUE
a = (b IS NULL)
NOT a = b
(NOT a) = b
a XOR b AND c
(a XOR b) AND c
a / b
a DIV b
a = 1 OR b = 2
a = 1 AND b = 2
(a = 1 OR b = 2) AND c = 3
a = 1 OR b = 2 AND c = 3
s LIKE 'y!%' ESCAPE '!'
s LIKE 'y!%'
s LIKE CAST('x' AS BINARY)
s LIKE 'x'
length(s) > 1
char_length(s) > 1
a IS TRUE
a = 1
a IS NOT FALSE
s = 'x'
s = 'X'
s COLLATE utf8mb4_bin = 'x'
json_valid(j)
json_extract(j, '$.x') = 1
d > '2020-01-01 00:00:00' + INTERVAL 1 DAY
d > '2020-01-01 00:00:00' + INTERVAL 1 MONTH
extract(YEAR FROM d) = 2020
`order` > 1
trim(BOTH 'x' FROM s) = ''
CASE WHEN a > 1 THEN 'x' WHEN b > 1 THEN 'y' END = s
u = 'back\\slash'
n > 1.5
a ^ b
a * b + c
a * (b + c)
~a
