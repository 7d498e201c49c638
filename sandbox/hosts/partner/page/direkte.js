/** The script of »Selvbetjening« on the intranet: signs in at the operator in the browser, and gives the portal its tokens. */
import { openId } from 'selvbetjening-elements/oidc.js';
import './direkte.css';

const { api, issuer, clientId, scope } = document.querySelector('script[data-api]').dataset;
const notice = document.querySelector('#besked');

const problems = {
  unreachable: 'Eksempeltele svarer ikke lige nu. Prøv igen om lidt.',
  refused: 'Du blev ikke logget ind: Svaret fra Eksempeltele passede ikke til det login, du begyndte på. Prøv igen.',
  blocked: 'Din browser åbner ikke login-vinduet. Tillad pop op-vinduer for intranettet, og prøv igen.',
};

const oidc = openId({
  issuer,
  clientId,
  redirectAddress: '/direkte/svar',
  scope,
  resource: api,
  signedOutAddress: '/direkte/',
  storage: () => sessionStorage,
});

const tell = (text) => {
  notice.textContent = text;
  notice.hidden = text === '';
};

const attempt = async (deed) => {
  tell('');
  try {
    await deed();
  } catch (error) {
    tell(problems[error.problem] ?? problems.unreachable);
  }
};

// In the window that signs in this is the end: the page behind it takes over.
await attempt(() => oidc.finish());

const { connect } = await import('./direkte-portal.js');
const connection = connect({ api, mode: 'token', token: oidc.token, memory: storage() });
oidc.tell(connection);

const portal = document.querySelector('ss-portal');
portal.drafts = storage();
portal.signOut = async () => {
  try {
    await oidc.signOut();
  } catch {
    tell('Du er logget ud her, men måske ikke hos Eksempeltele, som ikke svarer. Luk browseren, hvis du deler computeren med andre.');
  }
};

document.addEventListener('ss-sign-in', ({ asked }) => {
  if (asked) void attempt(() => oidc.signIn());
});

// The portal has the fragment of this page's address to itself.
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  document.querySelector('#indhold').focus();
});

/** Where storage is blocked, looking at it throws. */
function storage() {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}
