import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readSettings } from '../../sandbox/settings.ts';

describe('the settings of mail and addresses', () => {
  test('are our own mailbox on a free port and an address service, when nothing is said', () => {
    const { mailPort, smtp, addressService } = readSettings({ SMTP_URL: '', MAIL_PORT: '', SANDBOX_ADDRESSES: '' }, []);
    assert.deepEqual({ mailPort, smtp, addressService }, { mailPort: 0, smtp: undefined, addressService: true });
  });

  test('name another port, another mail server and no address service', () => {
    const said = { MAIL_PORT: '2525', SMTP_URL: 'smtps://name:word@mail.example.com:465', SANDBOX_ADDRESSES: 'off' };
    const { mailPort, smtp, addressService } = readSettings(said, []);
    assert.deepEqual({ mailPort, smtp, addressService }, { mailPort: 2525, smtp: said.SMTP_URL, addressService: false });
  });

  const wrong: readonly (readonly [Record<string, string>, RegExp])[] = [
    [{ MAIL_PORT: '65536' }, /^MAIL_PORT must be a whole number from 0 to 65535, not 65536\.$/],
    [{ PORT: '4300', MAIL_PORT: '4300' }, /^PORT and MAIL_PORT are both 4300; each needs its own\.$/],
    [{ MAIL_PORT: '4200' }, /^PARTNER_PORT and MAIL_PORT are both 4200; each needs its own\.$/],
    [{ PORT: '4200' }, /^PORT and PARTNER_PORT are both 4200; each needs its own\.$/],
    [{ SMTP_URL: 'mail.example.com' }, /^SMTP_URL must be the address of a mail server, /],
    [{ SMTP_URL: 'https://mail.example.com' }, /^SMTP_URL must be the address of a mail server, /],
    [{ SMTP_URL: 'smtp://' }, /^SMTP_URL must be the address of a mail server, /],
    [{ SANDBOX_ADDRESSES: 'nej' }, /^SANDBOX_ADDRESSES must be on or off, not nej\.$/],
  ];
  for (const [said, sentence] of wrong)
    test(`are refused in one sentence: ${JSON.stringify(said)}`, () => {
      assert.throws(() => readSettings(said, []), { message: sentence });
    });

  test('are refused without telling a password (T08)', () => {
    assert.throws(
      () => readSettings({ SMTP_URL: 'ftp://name:hemmeligt@mail.example.com' }, []),
      (error: Error) => !error.message.includes('hemmeligt'),
    );
  });
});
