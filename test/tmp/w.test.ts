import { cleanup } from '../helpers.ts';
import { ReactiveElement } from 'lit';
import { begin, companyAt, fillPlan, fillUser } from '../subscriptions/guide.ts';
describe('x', function () {
  this.timeout(20000);
  afterEach(cleanup);
  it('y', async () => {
    const own = await companyAt(150);
    const proto = ReactiveElement.prototype as any;
    const did = proto._$didUpdate ?? proto._$AE;
    const name = proto._$didUpdate ? '_$didUpdate' : '_$AE';
    const req = proto.requestUpdate;
    let inside = false;
    proto[name] = function (...a: any[]) { inside = true; try { return did.apply(this, a); } finally { inside = false; } };
    proto.requestUpdate = function (...a: any[]) { if (inside) console.log(new Error('req').stack); return req.apply(this, a); };
    const element = await begin(own);
    await fillUser(element); await fillPlan(element);
    proto[name] = did; proto.requestUpdate = req;
    console.log(name);
  });
});
