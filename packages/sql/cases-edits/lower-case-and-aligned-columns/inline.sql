create table if not exists items (
  id    serial primary key,
  name  text not null,
  price decimal(10,2) not null default 0, -- in euros
  ok    bool not null default true,
  at    timestamp with time zone not null default current_timestamp,
  very_long decimal(5,1),
  constraint big check (price > 1)
);
create index if not exists items_name on items(name);
create index if not exists items_at on items(at desc);

create table if not exists boxes (
  id integer primary key,
  item integer references items(id)
);
