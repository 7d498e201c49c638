/** The register behind the operator's address service. */
import type { Migration } from '../migrations.ts';

export const addresses: Migration = {
  name: 'addresses',
  sql: `
-- A house number of a street.
create table entrance (
  no integer generated always as identity primary key,
  id text collate "C" not null unique,
  street text collate app_da not null,
  house_number text collate app_da not null,
  place text,
  postcode text collate "C" not null,
  town text not null,
  -- The forms of the street's whole name, each between line feeds.
  street_forms text collate "C" not null,
  -- What lies within: [{ floor, door }], in the order they are shown; one of nulls where it is the address itself.
  inside jsonb not null check (jsonb_array_length(inside) > 0)
);

-- Every word an entrance can be found by, in every form; whatever begins a form finds it.
create table entrance_word (
  form text collate "C" not null,
  entrance_no integer not null references entrance on delete cascade,
  primary key (form, entrance_no)
);
grant select on entrance, entrance_word to app;
`,
};
