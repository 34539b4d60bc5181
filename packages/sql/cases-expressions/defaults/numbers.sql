integer
0
'0'
(0)
0::integer
'0'::integer
0::bigint

integer
-1
'-1'
'-1'::integer
(-1)

bigint
10000000000
'10000000000'::bigint

numeric(10,2)
0
0.00
0.0
'0'
'0.00'::numeric
(0)::numeric
0::numeric(10,2)

numeric(10,2)
1.5
1.50
'1.50'::numeric(10,2)

double precision
0.5
'0.5'::double precision
'0.5'
0.50

real
1
1.0
'1'::real

smallint
'1'::smallint
1

boolean
true
't'
'yes'
'true'::boolean
TRUE
'1'

boolean
false
'f'
'off'
FALSE
