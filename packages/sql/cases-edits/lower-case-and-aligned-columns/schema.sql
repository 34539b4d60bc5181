create table if not exists items (
  id    serial primary key,
  name  varchar(20) not null,
  price decimal(10,2) not null default 0, -- in euros
  ok    bool not null default true
);
create index if not exists items_name on items(name);
