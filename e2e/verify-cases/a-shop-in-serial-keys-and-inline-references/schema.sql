-- A shop, as many people write it: serial keys, references in place, constraints without names.
create table customers (
  id serial primary key,
  email text not null unique,
  full_name text not null,
  is_active boolean not null default true,
  created_at timestamptz not null default now()
);

create table products (
  id serial primary key,
  sku varchar(40) not null unique,
  title text not null,
  price numeric(10,2) not null,
  weight_kg float
);

create table orders (
  id serial primary key,
  customer_id int not null references customers on delete cascade,
  status text not null default 'open' check (status in ('open', 'paid', 'shipped')),
  total decimal(10,2) not null default 0 check (total >= 0),
  note text,
  placed_at timestamptz not null default current_timestamp,
  paid_at timestamptz
);
create index orders_customer_placed_idx on orders (customer_id, placed_at desc);

create table order_lines (
  id serial primary key,
  order_id int not null references orders(id) on delete cascade,
  product_id int not null references products(id),
  quantity int not null default 1 check (quantity >= 0),
  price numeric(10,2) not null,
  unique (order_id, product_id)
);
