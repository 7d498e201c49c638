/** What the shelf asks the backend. It rejects with a `ProblemError`, or with the signal's reason. */
import type { Client } from '../api/client.ts';
import { path } from '../api/path.ts';
import { reading, type Read } from '../api/read.ts';
import { productPage, type ProductPage } from './product.ts';

/** What the company can order, and what it cannot order now, in the order of the shelf. */
export const listProducts = (client: Client, company: string, signal: AbortSignal): Promise<Read<ProductPage>> =>
  client.read(path('companies', company, 'products'), reading(productPage), { signal });
