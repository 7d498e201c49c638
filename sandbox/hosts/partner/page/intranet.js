/** The intranet's script: connects the elements to the operator's API with tokens from the intranet's own server. */
import { connect } from 'selvbetjening-elements';
import 'selvbetjening-elements/ss-company-switcher.js';
import 'selvbetjening-elements/ss-invoices.js';
import 'selvbetjening-elements/ss-product-order.js';
import 'selvbetjening-elements/ss-subscriptions.js';
import 'selvbetjening-elements/ss-support-cases.js';
import './intranet.css';

const { api } = document.querySelector('script[data-api]').dataset;

connect({ api, mode: 'token', token });

/** Null when nobody is signed in here; throws when the server cannot be asked. */
async function token({ reason, signal }) {
  const response = await fetch('/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Intranet-Request': '1' },
    body: JSON.stringify({ reason }),
    cache: 'no-store',
    signal,
  });
  if (response.status === 401) return null;
  if (!response.ok) throw new Error(`the intranet gave no token (${response.status})`);
  return response.json();
}

// Signing out leads to the operator's question whether to sign out there too. When this page goes, the intranet's own session
// is over, and the elements in other tabs are to ask who is here (F24).
document.querySelector('form[action="/log-ud"]')?.addEventListener('submit', () => {
  addEventListener('pagehide', tellOtherTabs, { once: true });
});

function tellOtherTabs() {
  const channel = new BroadcastChannel(`selvbetjening:${new URL(api, document.baseURI).href}`);
  channel.postMessage({ from: 0, who: '' });
  channel.close();
}

document.addEventListener('ss-sign-in', (event) => {
  if (event.asked) location.assign('/log-ind');
});
