import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { ArticleFeedbackElement } from '../../src/article-feedback/article-feedback-element.ts';
import { answers, at, cut, first, network, type Fault } from '../faults.ts';
import { cleanup, until } from '../helpers.ts';
import { counting, gate } from '../recorder.ts';
import { all, one, plain, reads, textOf } from '../subscriptions/screen.ts';
import { apart, asked, askedUnknown, form, newArticle, press, under, write } from './question.ts';

afterEach(() => {
  network(true);
  cleanup();
});

const feedback = (fault: Fault) => ({ fetch: at('/feedback', fault)(fetch) });

const voted = async (element: ArticleFeedbackElement): Promise<ArticleFeedbackElement> => {
  press(element, 'Nej');
  await form(element);
  return element;
};

const value = (element: Element, selector: string): string => one<HTMLInputElement>(element, selector).value;
const errors = (element: Element): string[] => all(element, '.error').map((error) => plain(error.innerText));
const wrong = 'Udfyld venligst formularen med en gyldig e-mail og feedback til artiklen.';

describe('»Fortæl os hvorfor«', () => {
  it('comes after a vote and not before (R35.1)', async () => {
    const element = await asked('maja', under(newArticle()));
    expect(all(element, 'form')).to.have.length(0);
    await voted(element);
    expect(plain(one(element, 'label[for=why]').innerText)).to.equal('Fortæl os hvorfor Valgfrit');
  });

  it('has the e-mail address of whoever is signed in (R36.2)', async () => {
    const element = await voted(await asked('maja', under(newArticle())));
    await until(() => value(element, '#email').startsWith('maja'), 'the address');
    expect(value(element, '#email')).to.match(/^maja\S*@\S+$/);
  });

  it('does not take away an address that was typed before the person’s own had come (R36.2)', async () => {
    const held = gate();
    let sessions = 0;
    const element = await asked('maja', under(newArticle()), {
      fetch: apart(({ url }) => url.includes('/session') && ++sessions > 1, held.fetch),
    });
    await voted(element);
    await until(() => held.waiting.length === 1, 'the address to be asked for');
    write(element, '#email', 'anden@example.com');
    held.open();
    await until(() => held.waiting.length === 0, 'the answer');
    await new Promise(requestAnimationFrame);
    expect(value(element, '#email')).to.equal('anden@example.com');
  });

  it('is sent, once for each time it is meant, and thanked for (R35.1, R36.1)', async () => {
    const record = counting();
    const element = await voted(await asked('maja', under(newArticle()), { fetch: record.fetch }));
    await until(() => value(element, '#email'), 'the address');
    write(element, '#why', '  Jeg kunne ikke finde knappen.  ');
    press(element, 'Send feedback');
    await reads(element, 'Tak for din feedback.');
    const [sent] = record.requests.filter(({ url }) => url.endsWith('/feedback'));
    const { email, text } = (await sent?.json()) as { email: string; text: string };
    expect(text).to.equal('Jeg kunne ikke finde knappen.');
    expect(email).to.contain('@');
    expect(sent?.headers.get('idempotency-key')).to.match(/^[\da-f]{32}$/);
    expect(all(element, 'form')).to.have.length(0);
    expect(element.shadowRoot?.activeElement?.className).to.equal('thanks');
  });

  it('works for somebody who is not signed in, with an empty address (R36.1, R36.2)', async () => {
    const element = await voted(await askedUnknown(under(newArticle())));
    expect(value(element, '#email')).to.equal('');
    write(element, '#why', 'Godt forklaret');
    write(element, '#email', 'laeser@example.com');
    press(element, 'Send feedback');
    await reads(element, 'Tak for din feedback.');
  });

  for (const [name, email, text, told] of [
    ['both are missing', '', '', ['Udfyld feedback til artiklen.', 'Skriv en gyldig e-mailadresse, fx navn@example.com.']],
    ['the address has no @', 'laeser.example.com', 'Godt', ['Skriv en gyldig e-mailadresse, fx navn@example.com.']],
    ['the text is only spaces', 'laeser@example.com', '   ', ['Udfyld feedback til artiklen.']],
    ['the text is far too long', 'laeser@example.com', 'x'.repeat(100_000), ['Feedback til artiklen må højst have 10.000 tegn.']],
  ] as const)
    it(`says the article’s own sentence, and sends nothing, when ${name} (R36.1)`, async () => {
      const record = counting();
      const element = await voted(await askedUnknown(under(newArticle()), { fetch: record.fetch }));
      write(element, '#why', text);
      write(element, '#email', email);
      press(element, 'Send feedback');
      await until(() => all(element, '.summary').length, 'the errors');
      expect(plain(one(element, '.summary h3').innerText)).to.equal(wrong);
      expect(errors(element)).to.deep.equal(told);
      await until(() => element.shadowRoot?.activeElement?.getAttribute('aria-invalid') === 'true', 'the focus at the first of them');
      expect(record.paths().filter((path) => path.endsWith('/feedback'))).to.deep.equal([]);
      write(element, '#why', 'Godt');
      write(element, '#email', 'laeser@example.com');
      await until(() => all(element, '.summary').length === 0, 'the errors to go');
    });

  it('says the same of what the backend does not accept (R36.1, F19)', async () => {
    const refusal = answers(
      422,
      { 'content-type': 'application/problem+json' },
      { type: 'urn:selvbetjening:problem:invalid', title: '', status: 422, errors: [{ pointer: '/email', type: 'invalid' }] },
    );
    const element = await voted(await askedUnknown(under(newArticle()), feedback(refusal)));
    write(element, '#why', 'Godt');
    write(element, '#email', 'laeser@example.com');
    press(element, 'Send feedback');
    await until(() => all(element, '.summary').length, 'the errors');
    expect(plain(one(element, '.summary h3').innerText)).to.equal(wrong);
    expect(element.shadowRoot?.activeElement?.id).to.equal('email');
  });

  it('keeps what was written while there is no network, and sends it afterwards (F02)', async () => {
    const element = await voted(await askedUnknown(under(newArticle())));
    write(element, '#why', 'Godt');
    write(element, '#email', 'laeser@example.com');
    network(false);
    press(element, 'Send feedback');
    await reads(element, 'Der er ingen forbindelse lige nu, så der er ikke sendt noget.');
    expect(value(element, '#why')).to.equal('Godt');
    network(true);
    press(element, 'Prøv igen');
    await reads(element, 'Tak for din feedback.');
  });

  it('asks again with the same key when the answer was lost (F06)', async () => {
    const record = counting();
    const element = await voted(await askedUnknown(under(newArticle()), { fetch: at('/feedback', first(1, cut()))(record.fetch) }));
    write(element, '#why', 'Godt');
    write(element, '#email', 'laeser@example.com');
    press(element, 'Send feedback');
    await reads(element, 'Tak for din feedback.');
    const keys = record.requests.filter(({ url }) => url.endsWith('/feedback')).map(({ headers }) => headers.get('idempotency-key'));
    expect(keys).to.have.length(2);
    expect(new Set(keys)).to.have.property('size', 1);
  });

  it('is sent once however often the button is pressed (F21)', async () => {
    const held = gate();
    const element = await voted(
      await askedUnknown(under(newArticle()), {
        fetch: apart(({ url }) => url.endsWith('/feedback'), held.fetch),
      }),
    );
    write(element, '#why', 'Godt');
    write(element, '#email', 'laeser@example.com');
    press(element, 'Send feedback');
    await reads(element, 'Sender …');
    one(element, '.submit').click();
    expect(held.waiting).to.have.length(1);
    held.open();
    await reads(element, 'Tak for din feedback.');
  });

  it('is reached and sent with the keyboard alone (R38.1)', async () => {
    const element = await askedUnknown(under(newArticle()));
    one(element, '[aria-pressed]').focus();
    await sendKeys({ press: 'Enter' });
    await form(element);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Godt' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'laeser@example.com' });
    await sendKeys({ press: 'Enter' });
    await reads(element, 'Tak for din feedback.');
  });

  it('shows markup as the text that it is (T12)', async () => {
    const element = await voted(await askedUnknown(under(newArticle())));
    write(element, '#why', '<img src=x onerror=alert(1)>\u202e');
    write(element, '#email', '"><b>@example.com');
    press(element, 'Send feedback');
    await until(() => all(element, '.summary').length, 'the errors');
    expect(all(element, 'img, form b')).to.have.length(0);
    expect(textOf(element)).not.to.contain('onerror');
  });
});
