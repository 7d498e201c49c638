import { assert } from 'chai';
import { placeWithin, safeAddress } from '../../src/oidc/safe-addresses.ts';

describe('an address of the sign-in', () => {
  it('is safe with https, or on this machine (T09)', () => {
    for (const address of ['https://operator.example/oidc', 'http://localhost:4100/oidc', 'http://127.0.0.1/', 'http://[::1]:80/'])
      assert.equal(safeAddress(address, 'the issuer').href, new URL(address).href);
  });

  for (const address of [
    undefined,
    '',
    '/oidc',
    '//operator.example/oidc',
    'http://operator.example/oidc',
    'http://localhost.operator.example/',
    'https://someone@operator.example/',
    'javascript:alert(1)',
    'data:text/html,x',
  ])
    it(`is not safe as ${JSON.stringify(address)} (T09)`, () => {
      assert.throws(() => safeAddress(address, 'the issuer'), TypeError, 'is no address for the issuer');
    });

  it('leads back to a place of this site, with its query and fragment', () => {
    const place = '/direkte/?lang=en#/invoices/x';
    assert.equal(placeWithin('https://partner.example', place, '/answer'), place);
  });

  for (const place of [
    '',
    'direkte',
    'https://evil.example/',
    'https://partner.example.evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example/',
    '/..//evil.example/',
    'javascript:alert(1)',
  ])
    it(`leads back to this site for ${JSON.stringify(place)} (T18)`, () => {
      assert.equal(placeWithin('https://partner.example', place, '/answer'), '/answer');
    });
});
