name <> ''
(name <> ''::text)
NOT (name = '')
'' <> name
name != ''

symbol <> ''
((symbol)::text <> ''::text)
symbol <> ''::varchar
symbol::text <> ''

symbol LIKE 'x%'
((symbol)::text ~~ 'x%'::text)
symbol ~~ 'x%'
"symbol"::text LIKE 'x%'

symbol NOT LIKE 'x%'
NOT (symbol LIKE 'x%')
((symbol)::text !~~ 'x%'::text)

name ILIKE '%x%'
(name ~~* '%x%'::text)

name LIKE 'a#%' ESCAPE '#'
(name ~~ like_escape('a#%'::text, '#'::text))

name ~ '^[A-Z]+$'
(name ~ '^[A-Z]+$'::text)
NOT (name !~ '^[A-Z]+$')

symbol ~* '^\d+$'
((symbol)::text ~* '^\d+$'::text)

name SIMILAR TO '[a-z]+'
(name ~ similar_to_escape('[a-z]+'::text))

upper(symbol) = symbol
(upper((symbol)::text) = (symbol)::text)
symbol = UPPER("symbol")
UPPER("symbol"::text) = symbol

lower(name) = name
pg_catalog.lower(name) = name

length(name) > 3
(length(name) > 3)
char_length(name) > 3
character_length(name) > 3
LENGTH("stocks"."name") > 3

length(symbol) BETWEEN 1 AND 10
((length((symbol)::text) >= 1) AND (length((symbol)::text) <= 10))

length(trim(name)) > 0
length(btrim(name)) > 0
length(TRIM(BOTH FROM name)) > 0

trim(leading ' ' from name) <> ''
ltrim(name, ' ') <> ''
(TRIM(LEADING ' '::text FROM name) <> ''::text)

substring(name from 1 for 2) = 'ab'
substring(name, 1, 2) = 'ab'
("substring"(name, 1, 2) = 'ab'::text)

position('a' in name) > 0
(POSITION(('a'::text) IN (name)) > 0)

code = 'abcde'
(code = 'abcde'::bpchar)
code = 'abcde'::char(5)

upper(code) = 'X'
(upper((code)::text) = 'X'::text)

symbol || name <> ''
(((symbol)::text || name) <> ''::text)

a || 'x' <> 'y'
((a || 'x'::text) <> 'y'::text)

(name COLLATE "C") > 'a'
name COLLATE "C" > 'a'
((name COLLATE "C") > 'a'::text)

nullif(name, '') IS NOT NULL
(NULLIF(name, ''::text) IS NOT NULL)

coalesce(symbol, '') <> ''
((COALESCE(symbol, ''::character varying))::text <> ''::text)

left(name, 1) = 'x'
("left"(name, 1) = 'x'::text)

name = 'it''s'
(name = 'it''s'::text)

starts_with(name, 'x')
starts_with(name, 'x'::text)

name ^@ 'x'
(name ^@ 'x'::text)

symbol = name
(symbol)::text = name
name = symbol

concat(symbol, name) <> ''
(concat(symbol, name) <> ''::text)

overlay(name placing 'x' from 1 for 2) <> ''
(OVERLAY(name PLACING 'x'::text FROM 1 FOR 2) <> ''::text)

coalesce('b', 'c') <> name
(COALESCE('b'::text, 'c'::text) <> name)

('x' || 'A')::text <> name
(('x'::text || 'A'::text) <> name)
