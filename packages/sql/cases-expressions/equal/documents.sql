data @> '{"a": 1}'
(data @> '{"a": 1}'::jsonb)
data @> '{"a":1}'::jsonb
'{"a":1}' <@ data

data ->> 'kind' = 'x'
((data ->> 'kind'::text) = 'x'::text)
'x' = (data->>'kind')

data ->> 'kind' IN ('x', 'y')
((data ->> 'kind'::text) = ANY (ARRAY['x'::text, 'y'::text]))

(data -> 'a' ->> 'b') IS NOT NULL
(((data -> 'a'::text) ->> 'b'::text) IS NOT NULL)

data ? 'key'
(data ? 'key'::text)

data ?| ARRAY['a', 'b']
(data ?| ARRAY['a'::text, 'b'::text])

data #>> '{a,b}' = 'x'
((data #>> '{a,b}'::text[]) = 'x'::text)

jsonb_typeof(data) = 'object'
(jsonb_typeof(data) = 'object'::text)

data <> '{}'
(data <> '{}'::jsonb)
NOT (data = '{ }'::jsonb)

(data ->> 'n')::int > 0
(((data ->> 'n'::text))::integer > 0)
CAST(data ->> 'n' AS integer) > 0

coalesce(data, '{}') <> '{}'
(COALESCE(data, '{}'::jsonb) <> '{}'::jsonb)

tags @> ARRAY['x']
(tags @> ARRAY['x'::text])
tags @> '{x}'
tags @> '{x}'::text[]

tags && ARRAY['x', 'y']
(tags && ARRAY['x'::text, 'y'::text])

tags <> '{}'
(tags <> '{}'::text[])
tags <> ARRAY[]::text[]

array_length(tags, 1) > 0
(array_length(tags, 1) > 0)

cardinality(numbers) <= 5
(cardinality(numbers) <= 5)

tags[1] = 'x'
(tags[1] = 'x'::text)

numbers[1:2] = ARRAY[1, 2]
(numbers[1:2] = ARRAY[1, 2])

key = '00000000-0000-0000-0000-00000000000A'
key = '0000000000000000000000000000000a'
(key = '00000000-0000-0000-0000-00000000000a'::uuid)

during @> '2020-01-01'::date
(during @> '2020-01-01'::date)

NOT isempty(during)
(NOT isempty(during))

lower(during) IS NOT NULL

address <<= '10.0.0.0/8'
(address <<= '10.0.0.0/8'::inet)

labels <@ ARRAY['a', 'b']::varchar[]
((labels)::text[] <@ (ARRAY['a'::character varying, 'b'::character varying])::text[])

CASE WHEN a > 0 THEN b > 0 ELSE true END
CASE WHEN (a > 0) THEN (b > 0) ELSE true END

CASE a WHEN 1 THEN price > 0 WHEN 2 THEN price = 0 END
CASE a WHEN 1 THEN (price > (0)::numeric) WHEN 2 THEN (price = (0)::numeric) ELSE NULL::boolean END
CASE WHEN a = 1 THEN price > 0 WHEN a = 2 THEN price = 0 ELSE NULL END

(CASE WHEN is_active THEN 1 ELSE 0 END + CASE WHEN deleted THEN 1 ELSE 0 END) = 1
((CASE WHEN is_active THEN 1 ELSE 0 END + CASE WHEN deleted THEN 1 ELSE 0 END) = 1)

(price IS NOT NULL)::int + (low IS NOT NULL)::int = 1
(((price IS NOT NULL))::integer + ((low IS NOT NULL))::integer) = 1

to_tsvector('english', name) @@ to_tsquery('x')
(to_tsvector('english'::regconfig, name) @@ to_tsquery('x'::text))
