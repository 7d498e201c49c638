import { sendKeys } from '@web/test-runner-commands';
import { cleanup, until } from '../helpers.ts';
import { begin, companyAt, pick } from '../subscriptions/guide.ts';
import { all, one, textOf, heard, focusIn } from '../subscriptions/screen.ts';
import { ask } from '../subscriptions/profiles.ts';
describe('x', function () {
  this.timeout(200000);
  afterEach(cleanup);
  it('y', async () => {
    for (let i = 0; i < 12; i++) {
    const own = await companyAt(94 + i % 8);
    const { items } = await ask<any>(`companies/${own.id}/users/search`, { method: 'POST', body: { search: '', sort: 'name', direction: 'ascending', offset: 0, limit: 50 } });
    const name = items[0].user.name;
    const element = await begin(own);
    pick(element, 'En eksisterende bruger');
    await until(() => all(element, '#user').length, 'the look-up');
    one(element, '#user').focus();
    await sendKeys({ type: name.slice(0, 1) });
    await until(() => all(element, '[role=option]').length, 'sug');
    await sendKeys({ type: name.slice(1) });
    await until(() => heard(element).includes('1 forslag.'), 'one').catch(() => console.log(name, 'not one:', heard(element)));
    await sendKeys({ press: 'ArrowDown' });
    const a = one(element, '#user').getAttribute('aria-activedescendant');
    const h = heard(element);
    await sendKeys({ press: 'Enter' });
    try { await until(() => heard(element).includes('er valgt.'), 'chosen', 2000); console.log('ok', name); } catch { console.log('FAIL', name, a, h, '|', heard(element), '|', one<HTMLInputElement>(element, '#user').value, focusIn(), textOf(element).slice(0, 400)); }
    cleanup();
    }
  });
});
