/** Sending files for support cases, and fetching them (SUP-3, SUP-4, T13, F25). */
import * as z from 'zod/mini';
import { sentFile } from '../../src/support-cases/case-file.ts';
import { fileRequest } from '../../src/support-cases/case-request.ts';
import { Problem } from '../http/problem.ts';
import { companyFile, companyUpload, companyWrite, type Route } from '../http/route.ts';
import { fileTypes } from './file-content.ts';
import { announce, contentOf, findFile, takeAway, takePart, type Owner } from './files.ts';

const nothing = z.strictObject({});

const ownerOf = ({ grant, personId }: { readonly grant: { readonly companyId: string }; readonly personId: string }): Owner => ({
  companyId: grant.companyId,
  personId,
});

const announceFile = companyWrite({
  method: 'POST',
  path: '/companies/{company}/cases/files',
  summary:
    'Announces a file that is going to be sent. It can be part of what is said for a day; a person has at most 40 such files, and 100 MB, in a company.',
  needs: 'cases',
  body: fileRequest,
  answer: sentFile,
  status: 201,
  run: async (call) => ({ answer: await announce(call.writer, ownerOf(call), call.body) }),
});

const sendPart = companyUpload({
  path: '/companies/{company}/cases/files/{file}/parts/{part}',
  summary:
    'A part of the file, numbered from 0: each but the last is 262144 bytes long. In any order, and again: a part that is there stays as it is. With the last the file is checked, and is gone if it is refused.',
  needs: 'cases',
  answer: sentFile,
  async run(call) {
    const taken = await takePart(call.writer, ownerOf(call), call.params['file'] ?? '', call.params['part'] ?? '', call.body);
    return taken === null || taken instanceof Problem ? taken : { answer: taken };
  },
});

const removeFile = companyWrite({
  method: 'DELETE',
  path: '/companies/{company}/cases/files/{file}',
  summary: 'Takes away a file of one’s own that is part of nothing. One that is not there is away already.',
  needs: 'cases',
  answer: nothing,
  repeatable: true,
  async run(call) {
    const answer = await takeAway(call.writer, ownerOf(call), call.params['file'] ?? '');
    return answer && { answer };
  },
});

const fetchFile = companyFile({
  path: '/companies/{company}/cases/{case}/files/{file}',
  summary: 'A file of what was said in a case, to be saved.',
  needs: 'cases',
  type: fileTypes,
  async run({ companyId, params, read }) {
    const file = await read((reader) => findFile(reader, companyId, params['case'] ?? '', params['file'] ?? ''));
    if (file === null) return null;
    const { name, size } = file;
    return { name, size, type: fileTypes.includes(file.type) ? file.type : fileTypes[0], body: contentOf(read, file) };
  },
});

export const caseFileRoutes: readonly Route[] = [announceFile, sendPart, removeFile, fetchFile];
