/** A vote can be changed as long as the tab is open, also by those who are not signed in. */
document.querySelector('ss-article-feedback').memory = sessionStorage;

document.addEventListener('ss-sign-in', (event) => {
  if (event.asked) location.assign(`/log-ind?tilbage=${encodeURIComponent(location.pathname)}`);
});
