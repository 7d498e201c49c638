/** What readers say of the help articles, below the support cases at the desk (R36.1). */
import { html } from 'hono/html';
import type { Feedback } from '../../../article-feedback/votes.ts';
import type { Html } from '../layout.ts';
import { momentOf } from './desk-words.ts';

/** The newest first; their texts as they came, and nothing of them as markup (T12). */
export function feedbackTable(feedback: readonly Feedback[]): Html {
  return html`<h2 id="feedback">Feedback til artikler</h2>
    ${feedback.length === 0 ? html`<p class="small">Ingen har skrevet om en artikel endnu.</p>` : table(feedback)}`;
}

function table(feedback: readonly Feedback[]): Html {
  return html`<div class="table" role="region" aria-labelledby="feedback" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">Artikel</th>
          <th scope="col">Feedback</th>
          <th scope="col">E-mail</th>
          <th scope="col">Hvornår</th>
        </tr>
      </thead>
      <tbody>
        ${feedback.map(
          ({ article, email, text, at }) =>
            html`<tr>
              <td><bdi>${article}</bdi></td>
              <td><div class="mail-text" dir="auto">${text}</div></td>
              <td><bdi>${email}</bdi></td>
              <td>${momentOf(at.toISOString())}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
