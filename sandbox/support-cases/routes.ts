/** Support cases: asking for help, and following what becomes of it (R3, R4). */
import * as z from 'zod/mini';
import { casePage } from '../../src/api/case.ts';
import { whole } from '../../src/api/values.ts';
import { caseQuestion, caseRead, caseReply, caseRequest } from '../../src/support-cases/case-request.ts';
import { supportCase } from '../../src/support-cases/case.ts';
import { companyRoute, companyWrite, type Route } from '../http/route.ts';
import { findCase } from './detail.ts';
import { countUnread, searchCases } from './list.ts';
import { createCase, markSeen, reopen, reply, resolve } from './talk.ts';

const path = '/companies/{company}/cases';
const onePath = `${path}/{case}`;

const search = companyRoute({
  method: 'POST',
  path: `${path}/search`,
  summary: 'The company’s support cases, the one that changed last first, narrowed by words or number, state and who reported them.',
  needs: 'cases',
  body: caseQuestion,
  answer: casePage,
  run: ({ reader, grant, personId, body }) => searchCases(reader, grant.companyId, personId, body),
});

const create = companyWrite({
  method: 'POST',
  path,
  summary: 'Reports a case, with files that have been sent before.',
  needs: 'cases',
  body: caseRequest,
  answer: supportCase,
  status: 201,
  run: async (call) => ({ answer: await createCase(call) }),
});

const read = companyRoute({
  method: 'GET',
  path: onePath,
  summary: 'A case with the conversation in its order, its files and the states it has had.',
  needs: 'cases',
  answer: supportCase,
  run: ({ reader, grant, personId, params }) => findCase(reader, grant, personId, params['case'] ?? ''),
});

const say = companyWrite({
  method: 'POST',
  path: `${onePath}/messages`,
  summary:
    'Adds to the conversation. A case that waits for the company or is resolved is opened by it; to a closed one nothing can be added.',
  needs: 'cases',
  body: caseReply,
  answer: supportCase,
  status: 201,
  run: async (call) => {
    const answer = await reply(call);
    return answer && { answer };
  },
});

const nothing = z.strictObject({});

const settle = companyWrite({
  method: 'POST',
  path: `${onePath}/resolve`,
  summary: 'The company needs no more help with it.',
  needs: 'cases',
  body: nothing,
  answer: supportCase,
  run: async (call) => {
    const answer = await resolve(call);
    return answer && { answer };
  },
});

const open = companyWrite({
  method: 'POST',
  path: `${onePath}/reopen`,
  summary: 'Opens a resolved case again.',
  needs: 'cases',
  body: nothing,
  answer: supportCase,
  run: async (call) => {
    const answer = await reopen(call);
    return answer && { answer };
  },
});

const seen = companyWrite({
  method: 'POST',
  path: `${onePath}/read`,
  summary: 'The person has seen everything up to a message. Answers with how many of the company’s cases hold something unseen.',
  needs: 'cases',
  personal: true,
  repeatable: true,
  body: caseRead,
  answer: z.object({ unread: whole }),
  run: async ({ writer, grant: { companyId }, personId, params, body }) => {
    const found = await markSeen(writer, { companyId, personId, caseId: params['case'] ?? '', message: body.message });
    return found ? { answer: { unread: await countUnread(writer, companyId, personId) } } : null;
  },
});

export const supportCaseRoutes: readonly Route[] = [search, create, read, say, settle, open, seen];
