create table if not exists items (
  id    serial primary key,
  name  varchar(20) not null,
  price decimal(10,2) not null default 0, -- in euros
  ok    bool not null default true
);
create index if not exists items_name on items(name);

-- Added at column to items table
-- Added very_long column to items table
-- Added big to items table
-- Changed name from VARCHAR(20) to TEXT
-- Added index items_at on at
alter table items add column if not exists at timestamp with time zone not null default current_timestamp;
alter table items add column if not exists very_long decimal(5,1);
do $$
begin
  if not exists (select from pg_constraint where conrelid = 'items'::regclass and conname = 'big') then
    alter table items add constraint big check (price > 1);
  end if;
end
$$;
alter table items alter column name type text;
create index if not exists items_at on items(at desc);

-- Added boxes table
create table if not exists boxes (
  id integer primary key,
  item integer references items(id)
);
