import { english as form } from '../ui/form-messages.en.ts';
import type { WhyKey } from './form-messages.ts';

/** The English words, fetched when somebody reads English. A missing one does not compile. */
export const english: Readonly<Record<WhyKey, string>> = {
  ...form,
  'fb.why': 'Tell us why',
  'fb.form': 'Please fill in the form with a valid e-mail and feedback on the article.',
  'fb.send': 'Send feedback',
  'fb.thanks': 'Thank you for your feedback.',
  'user.email': 'E-mail address',
  'why.text': 'feedback on the article',
  'why.notSent': 'Your feedback has not been sent.',
};
