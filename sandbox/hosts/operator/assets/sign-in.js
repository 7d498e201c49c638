/** Fills the form in when somebody picks a person to try; without this file the server does it. */

const email = document.querySelector('#email');
const password = document.querySelector('#adgangskode');
const samples = document.querySelector('.samples form');

samples.addEventListener('submit', (event) => {
  event.preventDefault();
  const chosen = event.submitter;
  for (const button of samples.querySelectorAll('button')) button.setAttribute('aria-pressed', String(button === chosen));
  email.value = chosen.dataset.email;
  password.value = 'demo';
  for (const field of [email, password]) field.removeAttribute('aria-invalid');
  document.querySelector('.sign-in button').focus();
});
