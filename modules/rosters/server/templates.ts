import { buffer } from 'node:stream/consumers';
import { RenderProblem } from '#documents/render';
import { CadreError, errors, newId, type Actor, type OperationOutput } from '#platform/model';
import {
  newFile,
  readFile,
  storeFiles,
  type FileAnswer,
  type Store,
  type UploadedFile,
} from '#platform/server';
import { headKeys, peopleLoop, rowKeys, type listRosterTemplates } from '#modules/rosters';
import { withRosters, type RosterTemplatesTable } from './tables.ts';
import { fillTemplate, type TemplateFormat } from './template-data.ts';

type Template = OperationOutput<typeof listRosterTemplates>['templates'][number];

/** Bytes of a template. */
export const templateLimit = 8 << 20;

export const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

export async function templateList(store: Store): Promise<Template[]> {
  const rows = await withRosters(store.db)
    .selectFrom('roster_templates')
    .selectAll()
    .orderBy('name')
    .orderBy('uploaded_at')
    .execute();
  return rows.map(shown);
}

/** Keeps an uploaded template, unless something in it could not be filled. */
export async function keepTemplate(
  store: Store,
  actor: Actor,
  files: AsyncIterable<UploadedFile>,
): Promise<Template> {
  for await (const { fileName, stream } of files) {
    const format = formatOf(fileName);
    const data = new Uint8Array(await buffer(stream));
    await requireFillable(data, format);
    const file = newFile(data, mediaTypes[format]);
    const row: RosterTemplatesTable = {
      id: newId(),
      name: fileName.slice(fileName.lastIndexOf('/') + 1).replace(/\.\w+$/, ''),
      file_name: fileName.slice(fileName.lastIndexOf('/') + 1),
      format,
      size: data.length,
      file: file.hash,
      uploaded_at: new Date().toISOString(),
      uploaded_by: actor.id,
      uploaded_by_name: actor.name,
    };
    await withRosters(store.db)
      .transaction()
      .execute(async (tx) => {
        await storeFiles(tx, [file]);
        await tx.insertInto('roster_templates').values(row).execute();
      });
    return shown(row);
  }
  throw errors.invalid('请选择 .docx 或 .xlsx 模板文件。');
}

export async function removeTemplate(store: Store, id: string): Promise<void> {
  await requireTemplate(store, id);
  await withRosters(store.db).deleteFrom('roster_templates').where('id', '=', id).execute();
}

export async function templateFile(store: Store, id: string): Promise<FileAnswer> {
  const row = await requireTemplate(store, id);
  const { data, mediaType } = await readFile(store.db, row.file);
  return { data, mediaType, fileName: row.file_name };
}

export async function requireTemplate(store: Store, id: string): Promise<RosterTemplatesTable> {
  const row = await withRosters(store.db)
    .selectFrom('roster_templates')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw errors.notFound('这个模板');
  return row;
}

function formatOf(fileName: string): TemplateFormat {
  const ending = /\.(xlsx|docx)$/i.exec(fileName)?.[1]?.toLowerCase();
  if (ending === 'xlsx' || ending === 'docx') return ending;
  throw errors.invalid('模板应为 .docx 或 .xlsx 文件；旧格式请先在 Word、Excel 或 WPS 中另存。');
}

/** Fills it once with a person of whom nothing is known: that shows every placeholder that cannot be filled. */
async function requireFillable(data: Uint8Array, format: TemplateFormat): Promise<void> {
  const empty = Object.fromEntries(rowKeys.map((key) => [key, null]));
  const heads = Object.fromEntries(headKeys.map((key) => [key, '']));
  try {
    await fillTemplate(data, format, { ...heads, [peopleLoop]: [empty] });
  } catch (thrown) {
    if (!(thrown instanceof RenderProblem)) throw thrown;
    throw new CadreError('roster-template', 422, thrown.message, { problems: thrown.faults });
  }
}

function shown(row: RosterTemplatesTable): Template {
  return {
    id: row.id,
    name: row.name,
    fileName: row.file_name,
    format: row.format,
    size: row.size,
    uploadedAt: row.uploaded_at,
    uploadedByName: row.uploaded_by_name,
  };
}
