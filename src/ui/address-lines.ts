/** An address as it is written on a letter (ADR-2). */
import { html, nothing, type TemplateResult } from 'lit';
import { formatAddress, type Address } from '../api/address.ts';

export const addressLines = (address: Address): TemplateResult =>
  html`<address>${formatAddress(address).map((line, index) => html`${index ? html`<br />` : nothing}${line}`)}</address>`;
