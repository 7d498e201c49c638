/** Products: what there is of them, ordering them, the parcels they go in, and their lines on invoices. */
import type { Migration } from '../migrations.ts';

export const products: Migration = {
  name: 'products',
  sql: `
create table product (
  id text collate "C" primary key,
  key text unique,
  -- Its place on the shelf.
  position integer not null,
  kind text not null check (kind in ('sim', 'esim', 'dongle', 'router', 'antenna', 'other')),
  name text collate app_da not null,
  description jsonb not null,
  price integer not null check (price >= 0),
  -- For good; one that is only sold out has none left.
  withdrawn boolean not null default false,
  is_sent boolean not null,
  -- How many are left, whoever orders at the same time; null for what never runs out.
  stock integer check (stock >= 0)
);
grant select, update (stock) on product to app;

-- Whose right an order needs: products are ordered by other people than subscriptions may be.
alter table customer_order add area text not null default 'subscriptions' check (area in ('subscriptions', 'products'));
create index customer_order_area on customer_order (company_id, area, no desc);

alter table order_item drop constraint order_item_kind_check;
alter table order_item alter subscription_id drop not null;
alter table order_item alter plan_id drop not null;
-- With the words and the price of the day it was ordered.
alter table order_item add product_id text collate "C" references product;
alter table order_item add product_name text;
alter table order_item add quantity integer check (quantity between 1 and 99);
alter table order_item add price integer check (price >= 0);
alter table order_item add cost_centre text;
alter table order_item add reference text;
-- Of what is sent: the steps that have been taken with their days, and the carrier's number. Null otherwise.
alter table order_item add parcel jsonb;
alter table order_item add check (kind in ('newSubscription', 'changePlan', 'closeSubscription', 'replaceSim', 'product'));
alter table order_item add check (case kind when 'product'
  then subscription_id is null and plan_id is null and num_nulls(product_id, product_name, quantity, price, user_id) = 0
  else num_nulls(subscription_id, plan_id) = 0 and num_nonnulls(product_id, parcel) = 0 end);
create index order_item_receiver on order_item (user_id) where kind = 'product';

-- What the carrier's numbers are made of.
create sequence parcel_serial start 10000001;

alter table charge drop constraint charge_kind_check;
alter table charge drop constraint charge_check1;
alter table charge alter subscription_id drop not null;
alter table charge alter plan_id drop not null;
-- A line for a product, or one that takes it back, knows its user and its words from the day it was ordered.
alter table charge add product text;
alter table charge add quantity integer;
alter table charge add reference text;
alter table charge add check (kind in ('setup', 'subscription', 'refund', 'binding', 'simCard', 'product'));
alter table charge add check (case when subscription_id is null
  then plan_id is null and plan is null and num_nulls(product, quantity, user_id, user_name) = 0 and kind in ('product', 'refund')
  else plan_id is not null and product is null and (invoice is null) = (plan is null) end);
`,
};
