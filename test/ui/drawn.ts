/** A widget that shows whatever part a test wants to look at, in the dress of all widgets. */
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { addressStyles } from '../../src/ui/address-styles.ts';
import { dialogStyles, showDialogs } from '../../src/ui/dialog.ts';
import { fieldStyles } from '../../src/ui/field.ts';
import { lookUpStyles } from '../../src/ui/look-up-styles.ts';
import { sendingStyles } from '../../src/ui/sending.ts';
import { styles } from '../../src/ui/styles.ts';
import { fixture } from '../helpers.ts';

export class DrawnElement extends LitElement {
  static override styles = [styles, fieldStyles, dialogStyles, sendingStyles, lookUpStyles, addressStyles];
  static override properties: PropertyDeclarations = { draw: { attribute: false } };

  draw: () => unknown = () => nothing;

  protected override render(): TemplateResult {
    return html`<div class="root" lang="da">
      <h2 tabindex="-1">Abonnementer</h2>
      ${this.draw()}
    </div>`;
  }

  protected override updated(): void {
    showDialogs(this.renderRoot);
  }

  /** Draws something else, and waits until it stands there. */
  async show(draw: () => unknown): Promise<void> {
    this.draw = draw;
    await this.updateComplete;
  }

  /** Draws the same again. */
  async again(): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
  }
}

customElements.define('x-drawn', DrawnElement);

export const drawn = (draw: () => unknown = () => nothing): Promise<DrawnElement> =>
  fixture<DrawnElement>(html`<x-drawn .draw=${draw}></x-drawn>`);

/** Words with their values filled in, as a widget says them. */
export const saying =
  (words: Readonly<Record<string, string>>) =>
  (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
    (words[key] ?? key).replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
