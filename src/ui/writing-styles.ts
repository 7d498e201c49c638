/** What a form looks like in which somebody writes more than a line. */
import { css } from 'lit';

/** How high the field is, at least and at most, is the form's to say. */
export const writingStyles = css`
  textarea {
    display: block;
    inline-size: 100%;
    margin: 0;
    padding: 8px 0.8em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
    resize: vertical;
    field-sizing: content;
  }
  .fields[inert] {
    opacity: 0.6;
  }
`;
