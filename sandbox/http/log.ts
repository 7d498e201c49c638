/** What is written down of a request: ids, the route's pattern and figures. Never a name, a number, an address or a query (PRV-6, T08). */
export interface LogEntry {
  readonly requestId: string;
  /** Who asked; null for nobody. */
  readonly personId: string | null;
  readonly method: string;
  /** The route's pattern, `/v1/companies/{company}`; `(none)` where no route was meant. */
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
}
