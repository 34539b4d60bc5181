a || b + c
a || (b + c)
a & b | c
a & (b | c)
a << b + c
(a << b) + c
a = b < c
(a = b) < c
a = b IN (0, 1)
a = (b IN (0, 1))
- a + b
-(a + b)
NOT a = b
(NOT a) = b
a / b
a / 2
a / 2.0
s GLOB 'y*'
s LIKE 'y%'
s LIKE 'y\%' ESCAPE '\'
s LIKE 'y\%'
typeof(x) = 'text'
CAST(x AS INTEGER) = 1
CAST(x AS TEXT) = '1'
s COLLATE NOCASE = 'X'
s = 'X'
length(s) <= 3
"order" > 1
u = 'it''s'
d > '2020-01-01'
json_valid(j) AND j IS NOT NULL
a IS TRUE
a = 1
a % 2 = 0
CASE WHEN a > 1 THEN 'x' WHEN b > 1 THEN 'y' END = s
n > 1.5
x = x'ff'
trim(s, 'x') = ''
a - b - c
a - (b - c)
~a
