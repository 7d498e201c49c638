import '../session/root.ts';
import { ArticleFeedbackElement } from './article-feedback-element.ts';

if (!customElements.get('ss-article-feedback')) customElements.define('ss-article-feedback', ArticleFeedbackElement);

declare global {
  interface HTMLElementTagNameMap {
    'ss-article-feedback': ArticleFeedbackElement;
  }
}
