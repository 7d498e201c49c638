import { sendKeys } from '@web/test-runner-commands';
import { cleanup, until } from '../helpers.ts';
import { begin, companyAt, pick } from '../subscriptions/guide.ts';
import { all, one, textOf, heard } from '../subscriptions/screen.ts';
import { ask } from '../subscriptions/profiles.ts';
describe('x', function () {
  this.timeout(20000);
  afterEach(cleanup);
  it('y', async () => {
    const own = await companyAt(150);
    const { items } = await ask<any>(`companies/${own.id}/users/search`, { method: 'POST', body: { search: '', sort: 'name', direction: 'ascending', offset: 0, limit: 50 } });
    const name = items[0].user.name; console.log(name);
    const element = await begin(own);
    pick(element, 'En eksisterende bruger');
    await until(() => all(element, '#user').length, 'the look-up');
    one(element, '#user').focus();
    await sendKeys({ type: name });
    await until(() => all(element, '[role=option]').length === 1, 'one');
    await new Promise(r => setTimeout(r, 500));
    await sendKeys({ press: 'ArrowDown' });
    console.log(one(element, '#user').getAttribute('aria-activedescendant'), heard(element));
    await sendKeys({ press: 'Enter' });
    await new Promise(r => setTimeout(r, 500));
    console.log(heard(element), one<HTMLInputElement>(element, '#user').value);
    console.log(textOf(element));
  });
});
