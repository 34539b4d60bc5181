jsonb
'{}'
'{}'::jsonb
'{ }'::jsonb

jsonb
'[]'
'[]'::jsonb

jsonb
'{"a": 1, "b": [1, 2]}'
'{"a":1,"b":[1,2]}'
'{"b":[1,2],"a":1}'::jsonb

json
'{}'
'{}'::json

text[]
'{}'
'{}'::text[]
ARRAY[]::text[]

varchar(20)[]
'{}'
'{}'::character varying[]
ARRAY[]::varchar[]
ARRAY[]::varchar(20)[]

text[]
'{a,"b c"}'
ARRAY['a', 'b c']
ARRAY['a'::text, 'b c'::text]
'{a,b c}'::text[]

integer[]
'{1,2}'
ARRAY[1, 2]
'{1, 2}'::integer[]

uuid
gen_random_uuid()
pg_catalog.gen_random_uuid()

uuid
'00000000-0000-0000-0000-00000000000a'
'00000000-0000-0000-0000-00000000000A'::uuid

jsonb
jsonb_build_object('a', 1)
jsonb_build_object('a'::text, 1)

text
upper('x')
upper('x'::text)

text
md5(random()::text)
md5((random())::text)

inet
'10.0.0.1'
'10.0.0.1'::inet

bytea
'\x00'
'\x00'::bytea
