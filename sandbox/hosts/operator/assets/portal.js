/** What the portal leaves to its page: where it may keep things, signing in and out, and the language in the address. */

const portal = document.querySelector('ss-portal');
const form = document.querySelector('#log-ud');

// Signing in leads away: the company chosen and what was being filled in are there again afterwards.
try {
  portal.memory = sessionStorage;
  portal.drafts = sessionStorage;
} catch {
  // Where storage is blocked, looking at it throws. The portal does without.
}

portal.addEventListener('ss-sign-in', (event) => {
  // An element that has just found out says so too; the page stays until somebody asks to sign in.
  if (event.asked) location.assign(`/log-ind?tilbage=${encodeURIComponent(location.pathname + location.search + location.hash)}`);
});

portal.signOut = async () => {
  // Asked for now: the page may have been open since before the person signed in.
  const proof = await fetch('/log-ud/bevis');
  if (!proof.ok) throw new Error(`No proof for signing out: ${proof.status}.`);
  form.elements.bevis.value = await proof.text();
  form.submit();
  // It is done when the page that follows takes the place of this one.
  await new Promise((resolve) => {
    addEventListener('pagehide', resolve, { once: true });
  });
};

// Signing in and loading anew keep the language.
portal.addEventListener('ss-language-change', ({ language }) => {
  const address = new URL(location.href);
  if (language === 'da') address.searchParams.delete('lang');
  else address.searchParams.set('lang', language);
  history.replaceState(history.state, '', address);
});
