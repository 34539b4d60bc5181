start_date < end_date
end_date > start_date
(start_date < end_date)

start_date > '2020-01-01'
start_date > DATE '2020-01-01'
start_date > '2020-01-01'::date
(start_date > '2020-01-01'::date)

created_at > '2020-01-01 00:00:00+00'
created_at > '2020-01-01'
created_at > TIMESTAMP WITH TIME ZONE '2020-01-01'
created_at > '2020-01-01T00:00:00Z'
created_at > '2020-01-01 00:00:00+00'::timestamp with time zone

local_time > '2020-01-01 10:30'
local_time > '2020-01-01 10:30:00'::timestamp without time zone

created_at <= now()
created_at <= CURRENT_TIMESTAMP
now() >= created_at
created_at <= transaction_timestamp()
(created_at <= CURRENT_TIMESTAMP)
created_at <= pg_catalog.now()

start_date <= CURRENT_DATE
CURRENT_DATE >= start_date
(start_date <= CURRENT_DATE)

created_at > now() - interval '1 day'
created_at > now() - '1 day'::interval
(created_at > (now() - '1 day'::interval))
created_at > now() - interval '1' day
created_at > CURRENT_TIMESTAMP - INTERVAL '1 DAY'

span > '1 hour'
span > interval '60 minutes'
(span > '01:00:00'::interval)

span <= interval '1 year 2 months 3 days'
(span <= '1 year 2 mons 3 days'::interval)

extract(year from start_date) > 2000
EXTRACT(YEAR FROM "start_date") > 2000
(EXTRACT(year FROM start_date) > (2000)::numeric)

date_part('year', start_date) > 2000
(date_part('year'::text, start_date) > (2000)::double precision)

created_at AT TIME ZONE 'utc' > local_time
timezone('utc', created_at) > local_time
((created_at AT TIME ZONE 'utc'::text) > local_time)

date_trunc('month', start_date) = start_date
(date_trunc('month'::text, (start_date)::timestamp with time zone) = start_date)

updated_at >= created_at
created_at <= updated_at

end_date - start_date <= 30
((end_date - start_date) <= 30)

end_date >= start_date + 1
(end_date >= (start_date + 1))

opens >= '09:00'
(opens >= '09:00:00'::time without time zone)

(start_date, end_date) OVERLAPS ('2020-01-01'::date, '2020-02-01'::date)

created_at::date = start_date
((created_at)::date = start_date)
CAST(created_at AS date) = start_date
