status IN ('a', 'b')
status in ('b', 'a', 'a')
"stocks"."status" IN ('a', 'b')
((status)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))
status = ANY (ARRAY['a', 'b'])
status = ANY (ARRAY['a'::text, 'b'::text])
status::text = ANY (ARRAY['a'::character varying::text, 'b'::character varying::text])
status = ANY ('{a,b}'::text[])
status = ANY ('{a,b}')
status = ANY ('{b,"a"}'::varchar[])
status = 'a' OR status = 'b'
'b' = status OR status = 'a'
(status = 'a') OR status IN ('b')
NOT (status <> 'a' AND status <> 'b')

status = 'a'
status IN ('a')
((status)::text = 'a'::text)
(status = 'a')
status = ANY (ARRAY['a'])
stocks.status = CAST('a' AS varchar)
'a' = status
status = 'a'::varchar(20)
public.stocks.status = 'a'

status NOT IN ('a', 'b')
NOT (status IN ('a', 'b'))
NOT status IN ('b', 'a')
status <> ALL (ARRAY['a', 'b'])
((status)::text <> ALL ((ARRAY['a'::character varying, 'b'::character varying])::text[]))
NOT (status = ANY (ARRAY['a', 'b']))
status <> 'a' AND status <> 'b'
NOT (status = 'a' OR status = 'b')

a IN (1, 2, 3)
a IN (3, 2, 1, 1)
(a = ANY (ARRAY[1, 2, 3]))
a = ANY ('{1,2,3}'::int[])
a = ANY ('{1,2,3}')
"a" IN (1, 2, 3)

price IN (1, 2.5)
price = ANY (ARRAY[1.0, 2.5])
price = ANY (ARRAY[(1)::numeric, 2.50])

mood IN ('sad', 'ok')
mood = ANY (ARRAY['sad'::mood, 'ok'::mood])
mood = ANY (ARRAY['ok'::public.mood, 'sad'])

mood <> 'sad'
mood <> 'sad'::mood
NOT mood = 'sad'
mood NOT IN ('sad')

code IN ('a', 'b')
code = ANY (ARRAY['a'::bpchar, 'b'::bpchar])

name IN ('a', 'b')
name = ANY (ARRAY['a'::text, 'b'::text])

a IN (b, 1)
a = b OR a = 1
a = 1 OR b = a

a NOT IN (b, 1)
a <> b AND a <> 1
NOT (a IN (1, b))

id IN (1, 2)
id = ANY (ARRAY[(1)::bigint, (2)::bigint])

(a, b) IN ((1, 2), (3, 4))
(a = 1 AND b = 2) OR (a = 3 AND b = 4)

'x' = ANY (tags)
'x'::text = ANY (tags)

name LIKE ANY (ARRAY['a%', 'b%'])
name ~~ ANY (ARRAY['b%'::text, 'a%'::text])

symbol ILIKE ANY (ARRAY['a%', 'b%'])

start_date IN ('2020-01-01', '2020-06-01')
start_date = ANY (ARRAY['2020-01-01'::date, '2020-06-01'::date])
