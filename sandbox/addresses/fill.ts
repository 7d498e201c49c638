/** Putting the register into the database. */
import { sql } from 'drizzle-orm';
import { rowsOf, type Db } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { insertRows } from '../database/seed/rows.ts';
import { entrances } from './register.ts';
import { entranceForms, streetForms } from './words.ts';

/** Fills the register, once: a database of an earlier version has none yet. The caller keeps others out meanwhile. */
export async function fillRegister(transaction: Db): Promise<void> {
  const [found] = await rowsOf<{ any: boolean }>(transaction, sql`select exists (select from entrance) as any`);
  if (found?.any === true) return;
  const all = entrances().map((entrance) => ({ ...entrance, id: newId() }));
  await insertRows(
    transaction,
    'entrance',
    all.map(({ id, street, houseNumber, place, postcode, town, inside }) => {
      return { id, street, house_number: houseNumber, place, postcode, town, street_forms: streetForms(street), inside };
    }),
  );
  await transaction.execute(
    sql`insert into entrance_word (form, entrance_no) select word.form, entrance.no
      from jsonb_to_recordset(${JSON.stringify(all.flatMap((entrance) => entranceForms(entrance).map((form) => ({ form, id: entrance.id }))))}::jsonb)
        as word (form text, id text) join entrance on entrance.id = word.id`,
  );
}
