import { expect } from 'chai';
import { reading } from '../../src/api/read.ts';
import { userPage } from '../../src/subscriptions/user-row.ts';
import { answers, type Fault } from '../faults.ts';
import { base, clientBehind, holding, problemOf } from './clients.ts';

const page = { items: [], total: 0, users: 0, subscriptions: 0 };
const question = { search: 'Åse 67102030' };
const anything = () => new AbortController().signal;
const untouched: Fault = (inner) => inner;

describe('A request', () => {
  it('follows no redirect, is kept nowhere and tells nobody where it comes from (T08, T09)', async () => {
    const { read, requests } = clientBehind(untouched);
    await read();
    expect(requests[0]).to.include({ redirect: 'error', cache: 'no-store', referrerPolicy: 'no-referrer', method: 'GET' });
    expect(requests[0]?.signal.aborted).to.be.false;
  });

  it('carries the token in its header only, and no cookie (T08, T10)', async () => {
    const { read, requests } = clientBehind(untouched, holding('maja'));
    await read();
    expect(requests[0]).to.include({ url: `${base}/session`, credentials: 'omit' });
    expect([...(requests[0]?.headers ?? [])].filter(([, value]) => value.includes('maja'))).to.deep.equal([
      ['authorization', 'Bearer maja'],
    ]);
    expect(requests[0]?.headers.has('selvbetjening-request')).to.be.false;
  });

  it('carries the cookie and the header that no other site can send, where there is no token (T10)', async () => {
    const watched = clientBehind(answers(401), null);
    // Nobody is signed in by cookie here: what counts is what was sent.
    await problemOf(watched.read());
    expect(watched.requests[0]?.credentials).to.equal('include');
    expect(watched.requests[0]?.headers.get('selvbetjening-request')).to.equal('1');
    expect(watched.requests[0]?.headers.has('authorization')).to.be.false;
  });

  it('has what is searched for in its body, never in its address (PRV-6, T08)', async () => {
    const { client, requests } = clientBehind(answers(200, {}, page));
    await client.read('companies/c/users/search', reading(userPage), { signal: anything(), question });
    expect(requests[0]).to.include({ method: 'POST', url: `${base}/companies/c/users/search` });
    expect(await requests[0]?.json()).to.deep.equal(question);
  });

  it('has the query that it is given', async () => {
    const { client, requests } = clientBehind(answers(200, {}, page));
    await client.read('things', reading(userPage), { signal: anything(), query: { search: 'a & b', limit: '50' } });
    expect(requests[0]?.url).to.equal(`${base}/things?search=a+%26+b&limit=50`);
  });
});
