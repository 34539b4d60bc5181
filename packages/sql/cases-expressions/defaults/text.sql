varchar(20)
'x'
'x'::character varying
'x'::varchar(20)
'x'::text
CAST('x' AS varchar)

text
''
''::text
''::character varying

char(5)
'a'
'a'::bpchar
'a'::char(5)

text
'it''s'
'it''s'::text

mood
'sad'
'sad'::mood
'sad'::public.mood

text
'0'
0

varchar(5)
'1.50'
'1.50'::text
