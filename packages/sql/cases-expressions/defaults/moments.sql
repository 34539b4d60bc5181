timestamptz
now()
CURRENT_TIMESTAMP
transaction_timestamp()
current_timestamp
pg_catalog.now()
(now())
now()::timestamptz

timestamp
timezone('utc', now())
(now() AT TIME ZONE 'utc')
timezone('utc'::text, now())
TIMEZONE('UTC', CURRENT_TIMESTAMP)

date
CURRENT_DATE
current_date

date
'2020-01-01'
'2020-01-01'::date
DATE '2020-01-01'

timestamptz
'2020-01-01 00:00:00+00'
'2020-01-01'
'2020-01-01T00:00:00Z'::timestamptz

interval
'1 day'
'1 day'::interval
interval '1' day
interval '1 day'

interval
'01:00:00'
'1 hour'
'60 minutes'::interval

time
'09:00'
'09:00:00'::time

timestamptz
clock_timestamp()

timestamptz
statement_timestamp()
STATEMENT_TIMESTAMP()
