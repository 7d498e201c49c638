import { openDatabase, rowsOf } from '/work/main/sandbox/database/database.ts';
import { seed } from '/work/main/sandbox/database/seed.ts';
import { readAs, enterCompany } from '/work/main/sandbox/database/reading.ts';
import { listUsers } from '/work/main/sandbox/subscriptions/list-users.ts';
import { readSearch, fulfils, hits } from '/work/main/sandbox/subscriptions/search-text.ts';
import { idOf } from '/work/main/sandbox/database/example-keys.ts';
import { sql } from 'drizzle-orm';
const d = await openDatabase({folder:'/tmp/h1/pg'});
await seed(d,{today:'2026-11-22', users:100000});
const person = await idOf(d,'person','maja'), c7 = await idOf(d,'company','c7');
await readAs(d, person, async tx => { const g = await enterCompany(tx, person, c7); const n=g!.companyNo;
 for (const [text, order] of [['å','name desc, phone asc nulls last, id'],['å','name, phone asc nulls last, id'],['å','email_order desc nulls last, name, phone asc nulls last, id'],['s','email_order desc nulls last, name, phone asc nulls last, id'],['67','phone desc nulls last, name, id']] as const) {
  const c = readSearch(text);
  for (const q of [sql`select id, has_user, name, email from directory where company_no=${n} and ${fulfils(c)} order by ${sql.raw(order)} limit 50`, sql`select count(*)::int as total, case when count(*) <= 7000 then array_agg(row_no)::text end as numbers
      from (${hits(n, c)}) hit`]) for (let i=0;i<2;i++) {
  const t=performance.now(); const r = await rowsOf<any>(tx, sql`explain (analyze, buffers off) ${q}`); if(i===1)console.log(text, order, performance.now()-t, '\n'+r.map((r:any)=>r['QUERY PLAN']).join('\n'));}
 }
});
for (const [s,o] of [['å','descending'],['s','ascending'],['12 34','ascending']] as const) { const ts=[]; for(let i=0;i<20;i++){const t=performance.now();  await readAs(d, person, async tx => { const g = await enterCompany(tx, person, c7); return listUsers(tx, g!, {search:s, sort:'name', direction:o, offset:0, limit:50}); }); ts.push(performance.now()-t)}; console.log(s,o,ts.map(x=>x.toFixed(0)).join(' ')); }
await d.close();
